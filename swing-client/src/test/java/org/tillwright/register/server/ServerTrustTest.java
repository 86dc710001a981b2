package org.tillwright.register.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterKeys;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ServerGreeting;
import org.tillwright.wire.json.WireJson;

/** Real TLS on loopback, with certificates that keytool makes for this test. */
class ServerTrustTest {

    private static final String PASSWORD = "only-for-a-test";

    @TempDir
    Path directory;

    @Test
    void aCompanysOwnCertificateIsBelievedWhenTheSettingsNameIt() throws Exception {
        certificate("good", "-ext", "SAN=IP:127.0.0.1,DNS:localhost");

        assertThat(told("good", directory.resolve("good.pem"))).isEqualTo("answered");
    }

    @Test
    void aCertificateOfNobodyKnownIsNotBelieved() throws Exception {
        certificate("good", "-ext", "SAN=IP:127.0.0.1");
        certificate("other", "-ext", "SAN=IP:127.0.0.1");

        assertThat(told("good", null)).isEqualTo("server.not-trusted");
        assertThat(told("good", directory.resolve("other.pem"))).isEqualTo("server.not-trusted");
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        certificate("elsewhere", "-ext", "SAN=DNS:store-7.example");

        assertThat(told("elsewhere", directory.resolve("elsewhere.pem"))).isEqualTo("server.certificate-other-name");
    }

    @Test
    void aCertificateThatIsOverOrHasNotBegunIsNotBelieved() throws Exception {
        certificate("over", "-ext", "SAN=IP:127.0.0.1", "-startdate", "-10d", "-validity", "5");
        certificate("early", "-ext", "SAN=IP:127.0.0.1", "-startdate", "+5d", "-validity", "5");

        assertThat(told("over", directory.resolve("over.pem"))).isEqualTo("server.certificate-expired");
        assertThat(told("early", directory.resolve("early.pem"))).isEqualTo("server.certificate-not-yet");
    }

    @Test
    void aServerThatSpeaksNoTlsIsSaidToSpeakNone() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> refuseAsHttp(plain));
            answering.start();
            assertThat(greet(plain.getLocalPort(), null)).isEqualTo("server.no-https");
            answering.join();
        }
    }

    @Test
    void eachTroubleHasItsSentenceInEachLanguage() {
        for (String language : Texts.LANGUAGES) {
            for (String key : List.of(
                    "server.not-trusted",
                    "server.certificate-other-name",
                    "server.certificate-expired",
                    "server.certificate-not-yet",
                    "server.no-https")) {
                assertThat(Texts.of(language).text(key, "store-7.example:8443")).contains("store-7.example:8443");
            }
        }
    }

    /** What a web server says to bytes that are no request. */
    private static void refuseAsHttp(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getInputStream().read(new byte[64]);
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String told(String name, @Nullable Path trust) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(contextOf(name)));
        byte[] greeting = WireJson.write(
                new ServerGreeting("Tillwright", "0.1.0", Clock.systemUTC().instant()));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, greeting.length);
            exchange.getResponseBody().write(greeting);
            exchange.close();
        });
        server.start();
        try {
            return greet(server.getAddress().getPort(), trust);
        } finally {
            server.stop(0);
        }
    }

    private String greet(int port, @Nullable Path trust) throws Exception {
        RegisterKeys keys = RegisterKeys.open(new RegisterHome(directory.resolve("home")), new SecureRandom());
        try (HttpClients clients = new HttpClients(Runnable::run, trust)) {
            HttpServer server = new HttpServer(
                    URI.create("https://127.0.0.1:" + port),
                    clients,
                    keys,
                    Optional::empty,
                    Clock.systemUTC(),
                    UUID::randomUUID);
            Reply<HttpServer.Greeting> reply = server.greet();
            return reply instanceof Reply.Unreachable<HttpServer.Greeting> unreachable
                    ? unreachable.reason().key()
                    : "answered";
        }
    }

    private SSLContext contextOf(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Makes a key and a certificate that it signed itself, and writes the certificate as PEM. */
    private void certificate(String name, String... options) throws Exception {
        List<String> make = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                directory.resolve(name + ".p12").toString(),
                "-storepass",
                PASSWORD));
        make.addAll(Arrays.asList(options));
        keytool(make);
        keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-file",
                directory.resolve(name + ".pem").toString(),
                "-keystore",
                directory.resolve(name + ".p12").toString(),
                "-storepass",
                PASSWORD));
    }

    private static void keytool(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
