package org.tillwright.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tillwright.boot.network.TestCertificate;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.Processes;

/** The server with a certificate of its own, and behind HAProxy as {@code docs/operations/haproxy.cfg} sets it up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsAndProxyIT {

    private static final String HSTS = "Strict-Transport-Security";

    private final Path place =
            Path.of(System.getProperty("tillwright.target"), "tls-it").toAbsolutePath();
    private final int plainPort = freePort();
    private TestCertificate certificate;
    private SSLContext trusting;
    private RunningServer server;

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        FileTrees.delete(place);
        Files.createDirectories(place);
        certificate = TestCertificate.make(place);
        trusting = trusting(certificate.pem());
        server = RunningServer.start(
                place.resolve("data"),
                Map.of(
                        "TILLWRIGHT_STORE_NAME", "Corner shop",
                        "TILLWRIGHT_STORE_COUNTRY", "DK",
                        "TILLWRIGHT_CURRENCY", "DKK",
                        "TILLWRIGHT_HTTPS_PORT", "0",
                        "TILLWRIGHT_TLS_CERTIFICATE", certificate.pem().toString(),
                        "TILLWRIGHT_TLS_KEY", certificate.key().toString(),
                        "TILLWRIGHT_PROXY", "127.0.0.1",
                        "TILLWRIGHT_LOG_FORMAT", "json"),
                plainPort);
    }

    @AfterAll
    void stop() throws IOException {
        server.stop();
        FileTrees.delete(place);
    }

    @Test
    void theServersOwnCertificateIsShownAndBrowsersAreToldToKeepToIt() throws IOException, InterruptedException {
        assertThat(server.address().getScheme()).isEqualTo("https");
        HttpResponse<String> greeting = ask(server.address().resolve("api/v1/"));
        assertThat(greeting.statusCode()).isEqualTo(200);
        assertThat(greeting.headers().firstValue(HSTS)).hasValue("max-age=31536000");
    }

    @Test
    void anOldTlsIsRefused() throws IOException {
        int port = server.address().getPort();
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
        }
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void whatOpensTheKeyIsOnNoCommandLine() throws IOException {
        for (ProcessHandle program : server.programs()) {
            assertThat(Files.readString(Path.of("/proc", Long.toString(program.pid()), "cmdline")))
                    .doesNotContain("keyStorePassword");
        }
    }

    @Test
    void eachLineOfTheLogIsOneObject() throws IOException {
        assertThat(Files.readAllLines(place.resolve("data/logs/server.0.log")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
    }

    @Test
    void aProxyThatIsNamedIsBelieved() throws IOException, InterruptedException {
        HttpClient plain = HttpClient.newHttpClient();
        URI own = URI.create("http://127.0.0.1:" + plainPort + "/api/v1/");
        HttpResponse<String> asPlain =
                plain.send(HttpRequest.newBuilder(own).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(asPlain.headers().firstValue(HSTS)).isEmpty();
        HttpResponse<String> forwarded = plain.send(
                HttpRequest.newBuilder(own).header("X-Forwarded-Proto", "https").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(forwarded.headers().firstValue(HSTS)).isPresent();
    }

    @Test
    void haproxyAsDocumentedWorks() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/haproxy")), "HAProxy is not installed here");
        int port = freePort();
        Path pem = Files.writeString(
                place.resolve("shop.pem"), Files.readString(certificate.pem()) + Files.readString(certificate.key()));
        String documented = Files.readString(Path.of("../docs/operations/haproxy.cfg"));
        Path config = Files.writeString(
                place.resolve("haproxy.cfg"),
                documented
                        .replace("127.0.0.1:8443", "127.0.0.1:" + port)
                        .replace("shop.pem", pem.toString())
                        .replace("127.0.0.1:8480", "127.0.0.1:" + plainPort));
        Process haproxy = new ProcessBuilder("/usr/sbin/haproxy", "-db", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("haproxy.log").toFile())
                .start();
        try {
            HttpResponse<String> greeting = awaitAnswer(URI.create("https://127.0.0.1:" + port + "/api/v1/"));
            assertThat(greeting.statusCode()).isEqualTo(200);
            assertThat(greeting.headers().firstValue(HSTS)).isPresent();
        } finally {
            haproxy.destroy();
            haproxy.onExit().join();
        }
    }

    private HttpResponse<String> awaitAnswer(URI address) throws InterruptedException, IOException {
        for (int i = 0; i < 200; i++) {
            try {
                HttpResponse<String> answer = ask(address);
                if (answer.statusCode() == 200) {
                    return answer;
                }
            } catch (IOException e) {
                // it is still starting
            }
            Processes.pause();
        }
        return ask(address);
    }

    private HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(trusting)
                .build()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream content = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "own", CertificateFactory.getInstance("X.509").generateCertificate(content));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
