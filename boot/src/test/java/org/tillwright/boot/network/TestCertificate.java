package org.tillwright.boot.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate that signs itself, for 127.0.0.1 and shop.test, made by the JDK's own tool. */
public record TestCertificate(Path store, Path pem, Path key) {

    static final String PASSWORD = "only-for-tests";

    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public static TestCertificate make(Path folder) throws IOException {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=shop.test",
                        "-ext",
                        "SAN=dns:shop.test,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        keytool.onExit().join();
        try {
            KeyStore opened = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new TestCertificate(
                    store,
                    pem(
                            folder.resolve("cert.pem"),
                            "CERTIFICATE",
                            opened.getCertificate("test").getEncoded()),
                    pem(
                            folder.resolve("key.pem"),
                            "PRIVATE KEY",
                            opened.getKey("test", PASSWORD.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        String body = new String(MIME.encode(content), StandardCharsets.US_ASCII);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
