package org.tillwright.wire;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is stored and sent instead of a PIN: a salted, deliberately slow hash, as text
 * {@code pbkdf2-sha256$iterations$salt$hash}. Registers carry it, because people sign on while the server is away.
 */
public final class PinVerifier {

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ITERATIONS = 210_000;
    private static final int HASH_BITS = 256;

    private PinVerifier() {}

    /** Makes a verifier for a PIN; takes about 0.1 s on purpose. */
    public static String of(String pin, byte[] salt) {
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME + "$" + ITERATIONS + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash(pin, salt, ITERATIONS));
    }

    /** True if {@code pin} is the one the verifier was made of; never stops early. */
    public static boolean matches(String pin, String verifier) {
        List<String> parts = List.of(verifier.split("\\$", -1));
        if (parts.size() != 4 || !parts.get(0).equals(SCHEME)) {
            throw new IllegalArgumentException("not a PIN verifier");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] expected = base64.decode(parts.get(3));
        byte[] actual = hash(pin, base64.decode(parts.get(2)), Integer.parseInt(parts.get(1)));
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] hash(String pin, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }
}
