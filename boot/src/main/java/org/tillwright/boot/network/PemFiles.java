package org.tillwright.boot.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads a certificate chain and its private key as certificate authorities deliver them. */
final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (?<kind>[A-Z ]*)PRIVATE KEY-----(?<body>[^-]+)-----END");
    private static final byte[] PROBE = {4, 8, 15, 16, 23, 42};

    private PemFiles() {}

    static Certificate read(Path certificate, Path key, Optional<char[]> password)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = chain(Files.readAllBytes(certificate));
        PrivateKey own = key(Files.readString(key, StandardCharsets.ISO_8859_1), password);
        if (!fit(own, chain.get(0))) {
            throw new InvalidKeyException("the private key is not the one of the certificate");
        }
        return new Certificate(own, chain);
    }

    private static List<X509Certificate> chain(byte[] pem) throws GeneralSecurityException {
        List<X509Certificate> chain =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("the certificate file holds no certificate");
        }
        return chain;
    }

    private static PrivateKey key(String pem, Optional<char[]> password) throws IOException, GeneralSecurityException {
        Matcher found = KEY.matcher(pem);
        if (!found.find()) {
            throw new InvalidKeyException("the key file holds no private key");
        } else if (!List.of("", "ENCRYPTED ").contains(found.group("kind"))) {
            throw new InvalidKeyException("the private key is in an older form; convert it with: openssl pkcs8 -topk8");
        }
        byte[] body = Base64.getMimeDecoder().decode(found.group("body").strip());
        PKCS8EncodedKeySpec spec = found.group("kind").isEmpty()
                ? new PKCS8EncodedKeySpec(body)
                : opened(body, password.orElseThrow(() -> new InvalidKeyException("the private key is encrypted")));
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            Optional<PrivateKey> key = key(algorithm, spec);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new InvalidKeyException("the private key is neither RSA nor EC nor Ed25519");
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // of another kind
        }
    }

    private static PKCS8EncodedKeySpec opened(byte[] body, char[] password)
            throws IOException, GeneralSecurityException {
        var sealed = new EncryptedPrivateKeyInfo(body);
        String scheme =
                sealed.getAlgName().equals("PBES2") ? sealed.getAlgParameters().toString() : sealed.getAlgName();
        var opener = SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password));
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.DECRYPT_MODE, opener, sealed.getAlgParameters());
        return sealed.getKeySpec(cipher);
    }

    /** Signs something with the key and asks the certificate. */
    private static boolean fit(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "Ed25519";
                };
        if (!certificate
                .getPublicKey()
                .getAlgorithm()
                .startsWith(key.getAlgorithm().substring(0, 2))) {
            return false;
        }
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(PROBE);
        return signature.verify(signed);
    }
}
