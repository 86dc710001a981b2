package org.tillwright.boot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.settings.SettingValues;

class NetworkReaderTest {

    @TempDir
    Path folder;

    private final Map<String, String> set = new HashMap<>();
    private TestCertificate certificate;

    @BeforeEach
    void makeCertificate() throws IOException {
        certificate = TestCertificate.make(folder);
    }

    @Test
    void plainHttpStaysOnThisMachine() {
        assertThat(faults()).isEmpty();
        set.put("TILLWRIGHT_HTTP_ADDRESS", "0.0.0.0");
        assertThat(faults()).singleElement().asString().contains("TILLWRIGHT_PLAIN_HTTP=accepted");
        set.put("TILLWRIGHT_PLAIN_HTTP", "accepted");
        assertThat(faults()).isEmpty();
    }

    @Test
    void withACertificatePlainHttpIsOnLoopbackAlone() {
        set.put("TILLWRIGHT_HTTP_ADDRESS", "0.0.0.0");
        set.put("TILLWRIGHT_HTTPS_PORT", "8443");
        set.put("TILLWRIGHT_TLS_CERTIFICATE", certificate.pem().toString());
        set.put("TILLWRIGHT_TLS_KEY", certificate.key().toString());
        assertThat(faults()).isEmpty();
        assertThat(read().plainAddress()).isEqualTo("127.0.0.1");
        assertThat(read().address()).isEqualTo("0.0.0.0");
    }

    @Test
    void aKeyStoreOpensWithThePasswordOfAFile() throws IOException {
        set.put("TILLWRIGHT_HTTPS_PORT", "8443");
        set.put("TILLWRIGHT_TLS_KEY_STORE", certificate.store().toString());
        set.put("TILLWRIGHT_TLS_PASSWORD_FILE", password("wrong").toString());
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("cannot be used")
                .doesNotContain("wrong.");
        set.put(
                "TILLWRIGHT_TLS_PASSWORD_FILE",
                password(TestCertificate.PASSWORD).toString());
        assertThat(faults()).isEmpty();
    }

    @Test
    void aKeyOfAnotherCertificateIsTold() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("other"));
        set.put("TILLWRIGHT_HTTPS_PORT", "8443");
        set.put("TILLWRIGHT_TLS_CERTIFICATE", certificate.pem().toString());
        set.put("TILLWRIGHT_TLS_KEY", TestCertificate.make(elsewhere).key().toString());
        assertThat(faults()).singleElement().asString().contains("the private key is not the one of the certificate");
    }

    @Test
    void aPortWithoutACertificateAndACertificateWithoutAPortAreTold() {
        set.put("TILLWRIGHT_HTTPS_PORT", "8443");
        assertThat(faults()).singleElement().asString().contains("needs a certificate");
        set.clear();
        set.put("TILLWRIGHT_TLS_CERTIFICATE", certificate.pem().toString());
        assertThat(faults()).singleElement().asString().contains("no port for it");
    }

    @Test
    void whatTheServerGetsIsForThisUserAlone() throws IOException {
        set.put("TILLWRIGHT_HTTPS_PORT", "8443");
        set.put("TILLWRIGHT_TLS_CERTIFICATE", certificate.pem().toString());
        set.put("TILLWRIGHT_TLS_KEY", certificate.key().toString());
        Path store = folder.resolve("tls.p12");
        read().tls().orElseThrow().certificate().write(store, "random".toCharArray());
        assertThat(Files.getPosixFilePermissions(store).stream().map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(Set.of("OWNER_READ", "OWNER_WRITE"));
    }

    private Path password(String text) throws IOException {
        return Files.writeString(folder.resolve("password"), text + "\n");
    }

    private List<String> faults() {
        var values = values();
        new NetworkReader(values).read();
        return values.faults();
    }

    private Network read() {
        return new NetworkReader(values()).read();
    }

    private SettingValues values() {
        return new SettingValues(setting -> set.get(setting.variable()));
    }
}
