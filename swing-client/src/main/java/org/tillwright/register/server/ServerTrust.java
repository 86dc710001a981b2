package org.tillwright.register.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.settings.TrustFile;

/**
 * Whom the register believes to be its server: whoever the Java runtime or the system trusts, and whoever is in the file
 * that the settings name. There is no way to trust everybody. The certificates are read when the first server shows its
 * own, so that a register in a shop without them loses no time over it.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    /** Where Debian and its kin keep what the system trusts; a runtime that was packed elsewhere does not know it. */
    private static final Path SYSTEM = Path.of("/etc/ssl/certs/ca-certificates.crt");

    private final @Nullable Path file;
    private @Nullable X509ExtendedTrustManager anchors;

    private ServerTrust(@Nullable Path file) {
        this.file = file;
    }

    /** Makes the context of all connections. */
    static SSLContext context(@Nullable Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ServerTrust(file)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** The runtime asks no date of a certificate that is trusted by its own name, and nobody would ever renew it. */
    private X509ExtendedTrustManager anchorsFor(X509Certificate[] chain) throws CertificateException {
        chain[0].checkValidity();
        return anchors();
    }

    private synchronized X509ExtendedTrustManager anchors() throws CertificateException {
        X509ExtendedTrustManager known = anchors;
        if (known == null) {
            try {
                known = read();
            } catch (IOException | GeneralSecurityException e) {
                throw new CertificateException("the trusted certificates cannot be read: " + e.getMessage(), e);
            }
            anchors = known;
        }
        return known;
    }

    private X509ExtendedTrustManager read() throws IOException, GeneralSecurityException {
        List<Certificate> all = new ArrayList<>(List.of(managerOf(null).getAcceptedIssuers()));
        if (Files.isReadable(SYSTEM)) {
            all.addAll(TrustFile.read(SYSTEM));
        }
        if (file != null) {
            all.addAll(TrustFile.read(file));
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < all.size(); i++) {
            store.setCertificateEntry("anchor-" + i, all.get(i));
        }
        return managerOf(store);
    }

    private static X509ExtendedTrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("the runtime checks no certificates"));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        anchorsFor(chain).checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        anchorsFor(chain).checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        anchorsFor(chain).checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw nobody();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw nobody();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw nobody();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0]; // only a server tells its clients whom it accepts
    }

    private static CertificateException nobody() {
        return new CertificateException("a register is nobody's server");
    }
}
