package org.tillwright.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What a badge says when it is scanned or swiped: a prefix that no goods have, and 130 random bits. Nobody can guess that, so
 * a plain fast hash is enough to know a badge by; it is what registers and the server keep.
 *
 * <p>A radio card of another maker carries a number only ({@link BadgeUid}), which a reader of badges hands on behind a
 * prefix of its own. Of such a number a slow hash is kept, since there are few of them to try; it is no secret all the same.
 */
public final class BadgeCode {

    /** What every badge begins with. */
    public static final String PREFIX = "TWB";

    /** What stands before the number of a radio card, once a badge reader has read it; nobody types or scans it. */
    public static final String UID_PREFIX = "TWU";

    /** Characters after the prefix, and random bytes that make a code. */
    public static final int RANDOM_CHARACTERS = 26;

    private static final int LENGTH = PREFIX.length() + RANDOM_CHARACTERS;
    private static final int CHARACTER_BITS = 31;

    /** Without I and O, and without Y and Z, which some keyboards type for each other. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWX";

    private static final String SCHEME = "sha256$";

    /** Numbers of radio cards: PBKDF2 with SHA-256, one salt for all, since who it is must be found by it. */
    private static final String UID_SCHEME = "uid$";

    private static final byte[] UID_SALT = "Tillwright radio card".getBytes(StandardCharsets.US_ASCII);

    /** A hundredth of a second or so at a register, once for each card that is shown. */
    private static final int UID_ROUNDS = 20_000;

    private static final int UID_HASH_BITS = 256;

    private BadgeCode() {}

    /** Makes a code of {@link #RANDOM_CHARACTERS} random bytes, of which five bits each count. */
    public static String of(byte[] random) {
        if (random.length != RANDOM_CHARACTERS) {
            throw new IllegalArgumentException("a badge is made of " + RANDOM_CHARACTERS + " random bytes");
        }
        StringBuilder code = new StringBuilder(PREFIX);
        for (byte one : random) {
            code.append(ALPHABET.charAt(one & CHARACTER_BITS));
        }
        return code.toString();
    }

    /** True for what can only be a badge, whole or not: nobody may see it, and no goods are found by it. */
    public static boolean isMeant(String scanned) {
        return normalized(scanned).startsWith(PREFIX) || isUid(scanned);
    }

    /** True for the number of a radio card, whole or not. */
    public static boolean isUid(String scanned) {
        return normalized(scanned).startsWith(UID_PREFIX);
    }

    /** Returns the code of a radio card's number, as {@link BadgeUid} reads it. */
    public static String ofUid(String uid) {
        if (!BadgeUid.isSound(uid)) {
            throw new IllegalArgumentException("no number of a radio card"); // and does not show it
        }
        return UID_PREFIX + uid;
    }

    /** True for a code with nothing missing. */
    public static boolean isWhole(String scanned) {
        String code = normalized(scanned);
        if (isUid(code)) {
            return BadgeUid.isSound(code.substring(UID_PREFIX.length()));
        }
        return code.length() == LENGTH
                && code.startsWith(PREFIX)
                && code.substring(PREFIX.length()).chars().allMatch(one -> ALPHABET.indexOf(one) >= 0);
    }

    /** Returns what a badge is known by. */
    public static String verifierOf(String code) {
        String normal = normalized(code);
        try {
            return isUid(normal)
                    ? UID_SCHEME + Base64.getEncoder().encodeToString(slowHash(normal))
                    : SCHEME + Base64.getEncoder().encodeToString(fastHash(normal));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] fastHash(String code) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] slowHash(String code) throws GeneralSecurityException {
        var spec = new PBEKeySpec(code.toCharArray(), UID_SALT, UID_ROUNDS, UID_HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    /** True if the badge that says {@code scanned} is the one that {@code verifier} was made of. */
    public static boolean matches(String scanned, String verifier) {
        return isWhole(scanned) && isSame(verifierOf(scanned), verifier);
    }

    /** True if two verifiers are of one badge; takes as long for any two. */
    public static boolean isSame(String verifier, String other) {
        return MessageDigest.isEqual(
                verifier.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String normalized(String scanned) {
        return scanned.strip().toUpperCase(Locale.ROOT);
    }
}
