package org.tillwright.register.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/** A file of certificates in PEM form, as every company's certificate office gives out. */
public final class TrustFile {

    private TrustFile() {}

    /**
     * Reads all certificates of a file.
     *
     * @throws CertificateException if what is in it are no certificates, or none
     */
    public static List<Certificate> read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> found =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (found.isEmpty()) {
                throw new CertificateException(file + " has no certificate in it");
            }
            return found;
        }
    }
}
