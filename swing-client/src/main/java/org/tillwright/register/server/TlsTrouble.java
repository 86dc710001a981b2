package org.tillwright.register.server;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells apart why a server cannot be believed, because each wants something else done. */
final class TlsTrouble {

    private TlsTrouble() {}

    /** The key of the sentence that says what is wrong and what to do. */
    static String of(SSLException failure) {
        boolean isOfCertificates = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLPeerUnverifiedException) {
                return "server.certificate-other-name";
            } else if (isExpired(cause)) {
                return "server.certificate-expired";
            } else if (cause instanceof CertificateNotYetValidException || isReason(cause, BasicReason.NOT_YET_VALID)) {
                return "server.certificate-not-yet";
            }
            isOfCertificates |= cause instanceof CertificateException;
        }
        return isOfCertificates ? "server.not-trusted" : "server.no-https";
    }

    private static boolean isExpired(Throwable cause) {
        return cause instanceof CertificateExpiredException || isReason(cause, BasicReason.EXPIRED);
    }

    private static boolean isReason(Throwable cause, BasicReason reason) {
        return cause instanceof CertPathValidatorException path && path.getReason() == reason;
    }
}
