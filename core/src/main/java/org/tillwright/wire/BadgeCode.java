package org.tillwright.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/**
 * What a badge says when it is scanned or swiped: a prefix that no goods have, and 130 random bits. Nobody can guess that, so
 * a plain fast hash is enough to know a badge by; it is what registers and the server keep.
 */
public final class BadgeCode {

    /** What every badge begins with. */
    public static final String PREFIX = "TWB";

    /** Characters after the prefix, and random bytes that make a code. */
    public static final int RANDOM_CHARACTERS = 26;

    private static final int LENGTH = PREFIX.length() + RANDOM_CHARACTERS;
    private static final int CHARACTER_BITS = 31;

    /** Without I and O, and without Y and Z, which some keyboards type for each other. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWX";

    private static final String SCHEME = "sha256$";

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
        return scanned.strip().toUpperCase(Locale.ROOT).startsWith(PREFIX);
    }

    /** True for a code with nothing missing. */
    public static boolean isWhole(String scanned) {
        String code = normalized(scanned);
        return code.length() == LENGTH
                && code.startsWith(PREFIX)
                && code.substring(PREFIX.length()).chars().allMatch(one -> ALPHABET.indexOf(one) >= 0);
    }

    /** Returns what a badge is known by. */
    public static String verifierOf(String code) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(normalized(code).getBytes(StandardCharsets.US_ASCII));
            return SCHEME + Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** True if the badge that says {@code scanned} is the one that {@code verifier} was made of. */
    public static boolean matches(String scanned, String verifier) {
        return isWhole(scanned)
                && MessageDigest.isEqual(
                        verifierOf(scanned).getBytes(StandardCharsets.US_ASCII),
                        verifier.getBytes(StandardCharsets.US_ASCII));
    }

    private static String normalized(String scanned) {
        return scanned.strip().toUpperCase(Locale.ROOT);
    }
}
