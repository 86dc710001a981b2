package org.tillwright.wire.order;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a customer is called by when an order is ready, such as A17. Each register counts for itself from 1 every business day,
 * and its letters keep the numbers of a store apart: two registers never ask each other.
 *
 * @param letters one to three capital Latin letters, the register's own
 * @param number from 1
 */
public record PickupNumber(String letters, int number) {

    /** What stands before it in the barcode of a kitchen ticket. */
    public static final String CODE_PREFIX = "TWK";

    /** How it is written. */
    public static final String FORM = "[A-Z]{1,3}[1-9][0-9]{0,4}";

    /** Without I and O, which are read as figures. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int MAX_NUMBER = 99_999;
    private static final Pattern WRITTEN = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,4})");
    private static final Pattern COUNTED = Pattern.compile(".*?0*([1-9][0-9]{0,2})");

    public PickupNumber {
        if (!letters.matches("[A-Z]{1,3}") || number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("a pick-up number " + letters + " " + number);
        }
    }

    /** Reads what a person or a scanner says, with or without the barcode's prefix. */
    public static Optional<PickupNumber> read(String said) {
        String text = said.strip().toUpperCase(Locale.ROOT);
        Matcher written = WRITTEN.matcher(text.startsWith(CODE_PREFIX) ? text.substring(CODE_PREFIX.length()) : text);
        return written.matches()
                ? Optional.of(new PickupNumber(written.group(1), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    /**
     * Returns the letters of a workstation where the shop's rules give it none: A for one whose id ends with 1, B for 2, AA for
     * 25. An id without a figure at its end gets three letters that are mixed of it.
     */
    public static String lettersOf(String workstationId) {
        Matcher counted = COUNTED.matcher(workstationId);
        int base = ALPHABET.length();
        if (counted.matches()) {
            int place = Integer.parseInt(counted.group(1)) - 1;
            String last = String.valueOf(ALPHABET.charAt(place % base));
            if (place < base) {
                return last;
            }
            if (place < base + base * base) {
                return ALPHABET.charAt(place / base - 1) + last;
            }
        }
        CRC32 mixed = new CRC32();
        mixed.update(workstationId.getBytes(StandardCharsets.UTF_8));
        long rest = mixed.getValue();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            letters.append(ALPHABET.charAt(Math.toIntExact(rest % base)));
            rest /= base;
        }
        return letters.toString();
    }

    /** What the ticket's barcode says. */
    public String barcode() {
        return CODE_PREFIX + this;
    }

    @Override
    public String toString() {
        return letters + number;
    }
}
