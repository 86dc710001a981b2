package org.tillwright.server.wallet;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event comes from the gateway, is as it was sent, and was sent just now: HMAC-SHA256 over the time, a point and the
 * body's bytes. Pure arithmetic.
 */
final class EventSignature {

    /** How far the two clocks may differ, and how long a copy of an event could be sent again. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private EventSignature() {}

    /**
     * Tells whether one of the secrets made this signature, and lately.
     *
     * @param timestamp seconds since 1970, as its header says; null where there is none
     * @param signature 64 hexadecimal digits; null where there is none
     */
    static boolean isGood(
            List<String> secrets, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        boolean isMade = false;
        for (String secret : secrets) {
            isMade |= MessageDigest.isEqual(
                    of(secret, timestamp, body).getBytes(StandardCharsets.US_ASCII),
                    signature.getBytes(StandardCharsets.UTF_8)); // takes equally long wherever they differ
        }
        return isMade && age.compareTo(WINDOW) <= 0;
    }

    /** Returns the signature in lower-case hexadecimal digits. */
    static String of(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
