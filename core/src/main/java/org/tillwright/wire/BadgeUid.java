package org.tillwright.wire;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the number that a radio chip carries, in the ways that readers write it, to one way: hexadecimal digits, two a
 * byte, as many bytes as the number has there. Such a number is no secret: whoever holds a reader near a card has it, and
 * cards that answer with any number can be bought. So it may say who somebody is, and never stands for their PIN.
 */
public final class BadgeUid {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s:-]");
    private static final Pattern WIEGAND_26 = Pattern.compile("([0-9]{1,3})[,:]([0-9]{1,5})");
    private static final Pattern WIEGAND_DIGITS = Pattern.compile("([0-9]{3})([0-9]{5})");
    private static final int MOST_FACILITY = 255;
    private static final int MOST_CARD = 65_535;

    /** Bytes that such numbers have: 26 bits of Wiegand, 4 and 7 of ISO 14443, 5 of the 125 kHz chips, 8 of ISO 15693, 10. */
    private static final int[] SIZES = {3, 4, 5, 7, 8, 10};

    private static final int HEXADECIMAL = 16;
    private static final int DIGITS_WITH_CHECK = 12;

    private BadgeUid() {}

    /** How a reader writes a number. */
    public enum Format {
        /** Hexadecimal digits, perhaps with colons; ten and a check byte behind them, as 125 kHz readers send. */
        HEX,
        /** One decimal number. */
        DECIMAL,
        /** Facility and card of 26 bits Wiegand: {@code 123,45678}, or eight digits. */
        WIEGAND
    }

    /** Reads a number; empty for what is none in this format, or was torn. */
    public static Optional<String> read(String text, Format format) {
        String stripped = text.strip();
        return switch (format) {
            case HEX -> hexadecimal(SEPARATORS.matcher(stripped).replaceAll("").toUpperCase(Locale.ROOT));
            case DECIMAL -> decimal(stripped);
            case WIEGAND -> wiegand(stripped);
        };
    }

    /** The same number with its bytes the other way round: makers differ in which comes first. */
    public static String reversed(String uid) {
        StringBuilder turned = new StringBuilder();
        for (int i = uid.length() - 2; i >= 0; i -= 2) {
            turned.append(uid, i, i + 2);
        }
        return turned.toString();
    }

    /** True for a number as {@link #read} writes it. */
    public static boolean isSound(String uid) {
        return uid.matches("[0-9A-F]+") && uid.length() % 2 == 0 && isSize(uid.length() / 2) && !isAllTheSame(uid);
    }

    private static Optional<String> hexadecimal(String digits) {
        if (!digits.matches("[0-9A-F]{6,20}")) {
            return Optional.empty();
        }
        boolean isWithCheck = digits.length() == DIGITS_WITH_CHECK;
        if (isWithCheck && checkOf(digits.substring(0, 10)) != Integer.parseInt(digits.substring(10), HEXADECIMAL)) {
            return Optional.empty();
        }
        return sound(isWithCheck ? digits.substring(0, 10) : digits);
    }

    private static int checkOf(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i += 2) {
            check ^= Integer.parseInt(digits.substring(i, i + 2), HEXADECIMAL);
        }
        return check;
    }

    /** A decimal number says nothing of its bytes: it has as few as it fits into, and no fewer than four. */
    private static Optional<String> decimal(String digits) {
        if (!digits.matches("[0-9]{5,20}")) {
            return Optional.empty();
        }
        var number = new BigInteger(digits);
        for (int bytes : SIZES) {
            if (bytes >= 4 && number.bitLength() <= bytes * Byte.SIZE) {
                return sound(padded(number, bytes));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wiegand(String text) {
        Matcher pair = WIEGAND_26.matcher(text);
        Matcher digits = WIEGAND_DIGITS.matcher(text);
        Matcher read = pair.matches() ? pair : digits;
        if (!read.matches()) {
            return Optional.empty();
        }
        int facility = Integer.parseInt(read.group(1));
        int card = Integer.parseInt(read.group(2));
        if (facility > MOST_FACILITY || card > MOST_CARD) {
            return Optional.empty();
        }
        return sound(padded(BigInteger.valueOf(((long) facility << 16) | card), 3));
    }

    private static String padded(BigInteger number, int bytes) {
        String digits = number.toString(HEXADECIMAL).toUpperCase(Locale.ROOT);
        return "0".repeat(bytes * 2 - digits.length()) + digits;
    }

    private static Optional<String> sound(String uid) {
        return isSound(uid) ? Optional.of(uid) : Optional.empty();
    }

    private static boolean isSize(int bytes) {
        for (int size : SIZES) {
            if (size == bytes) {
                return true;
            }
        }
        return false;
    }

    /** What readers send of a card that they could not read: nothing but zeros or F. */
    private static boolean isAllTheSame(String uid) {
        return uid.chars().distinct().count() == 1;
    }
}
