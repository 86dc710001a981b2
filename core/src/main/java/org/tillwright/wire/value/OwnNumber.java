package org.tillwright.wire.value;

import java.util.random.RandomGenerator;

/**
 * Numbers that Tillwright makes itself: a prefix that says of what, digits that nobody can guess, and a check digit that finds
 * every single wrong digit. Whoever scans one knows what it is, and a truncated one is never taken for another.
 */
public enum OwnNumber {
    GIFT_CARD("TWG"),
    STORE_CREDIT("TWS"),
    CUSTOMER_CARD("TWC");

    /** Without the check digit; a thousand million million numbers are too many to try. */
    private static final int RANDOM_DIGITS = 15;

    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 40;

    private final String prefix;

    OwnNumber(String prefix) {
        this.prefix = prefix;
    }

    /** Makes a number; the source must be one that cannot be foreseen. */
    public String make(RandomGenerator random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return prefix + digits + checkDigit(digits.toString());
    }

    /** True for a number of this kind, whole or not. */
    public boolean claims(String number) {
        return canonical(number).startsWith(prefix);
    }

    /** True for a number of this kind, whole and with the right check digit. */
    public boolean isWhole(String number) {
        String canonical = canonical(number);
        if (!canonical.startsWith(prefix) || canonical.length() != prefix.length() + RANDOM_DIGITS + 1) {
            return false;
        }
        String digits = canonical.substring(prefix.length());
        return digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && checkDigit(digits.substring(0, RANDOM_DIGITS)) == digits.charAt(RANDOM_DIGITS);
    }

    /**
     * True if the number can be one of these: a whole own one, or one from somebody else's stock of cards, of which only
     * letters, digits and a length are known.
     */
    public boolean canBe(String number) {
        String canonical = canonical(number);
        for (OwnNumber own : values()) {
            if (own.claims(canonical)) {
                return own == this && isWhole(canonical);
            }
        }
        return canonical.length() >= MIN_LENGTH
                && canonical.length() <= MAX_LENGTH
                && canonical.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    /** Returns a number without case, spaces and hyphens, as it is kept and compared: never longer than it was. */
    public static String canonical(String number) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!Character.isWhitespace(c) && c != '-') {
                kept.append(Character.toUpperCase(c)); // of a whole text, one letter may become three
            }
        }
        return kept.toString();
    }

    /** The last digits, for screens, papers and logs: enough to tell two cards apart, too few to spend one. */
    public static String masked(String number) {
        int shown = Math.min(4, number.length() / 2);
        return "\u2026" + number.substring(number.length() - shown);
    }

    /** By Luhn: every second digit from the right counts double. */
    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
