package org.tillwright.core.barcode;

/**
 * A code as it was scanned or keyed, and what it says of itself.
 *
 * <p>GTINs of 8, 12, 13 and 14 digits name the same trade item when they differ in leading zeros only, so all of them
 * are kept in 14 digits. Any other text is an in-store code, and case does not matter in it.
 *
 * @param text as it was read, without surrounding blanks
 * @param key what to look the item up by; the same for every way of writing one code
 * @param check what the check digit says
 */
public record ScanCode(String text, String key, Check check) {

    /** Longest code that an item may have. */
    public static final int MAX_LENGTH = 48;

    private static final int GTIN_LENGTH = 14;

    /** Reads a code. Never fails: what is not a GTIN is looked up as it stands. */
    public static ScanCode of(String scanned) {
        String text = CodeText.stripped(scanned);
        if (!hasGtinForm(text)) {
            return new ScanCode(text, CodeText.capitals(text), Check.NONE);
        }
        if (!hasValidCheckDigit(text)) {
            return new ScanCode(text, text, Check.WRONG);
        }
        return new ScanCode(text, "0".repeat(GTIN_LENGTH - text.length()) + text, Check.VALID);
    }

    /** Returns the GS1 check digit for digits that still lack theirs; weights 3 and 1 from the right. */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static boolean hasValidCheckDigit(String digits) {
        int last = digits.length() - 1;
        return digits.charAt(last) == checkDigit(digits.substring(0, last));
    }

    private static boolean hasGtinForm(String text) {
        int length = text.length();
        if (length != 8 && length != 12 && length != 13 && length != 14) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** What the last digit says of the others. */
    public enum Check {
        /** The code has no check digit to look at. */
        NONE,
        VALID,
        /** It has the form of a GTIN and its check digit does not fit: probably misread, or an in-store number. */
        WRONG
    }
}
