package org.tillwright.boot.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tillwright.boot.platform.FileTrees;

/** The server's private key and its chain of certificates, the server's own first; read from a key store or from PEM files. */
public final class Certificate {

    /** The one name in the key store that the server gets. */
    public static final String ALIAS = "tillwright";

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    Certificate(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** Reads the only key of a key store, or the first by name when there are several. */
    static Certificate ofKeyStore(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), password);
        for (String alias : new ArrayList<>(java.util.Collections.list(store.aliases()))
                .stream().sorted().toList()) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                List<X509Certificate> chain = new ArrayList<>();
                for (java.security.cert.Certificate link : store.getCertificateChain(alias)) {
                    chain.add((X509Certificate) link);
                }
                return new Certificate(key, chain);
            }
        }
        throw new GeneralSecurityException("it holds no private key");
    }

    /** Says why browsers and registers would refuse this now; empty when they need not. */
    Optional<String> fault(Instant now) {
        X509Certificate own = chain.get(0);
        if (now.isAfter(own.getNotAfter().toInstant())) {
            return Optional.of("ended on " + own.getNotAfter().toInstant() + "; get a new one");
        } else if (now.isBefore(own.getNotBefore().toInstant())) {
            return Optional.of("begins on " + own.getNotBefore().toInstant() + "; check this machine's clock");
        }
        return Optional.empty();
    }

    Instant ends() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** Writes what the server reads, for this user alone. */
    public void write(Path file, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password, chain.toArray(X509Certificate[]::new));
            FileTrees.writePrivate(file, "");
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be kept: " + e.getMessage(), e);
        }
    }
}
