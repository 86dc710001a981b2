package org.tillwright.core.gs1;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;

/** What the checks need to know of digits in the midst of a text, without cutting the text. */
final class Digits {

    private Digits() {}

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static @Nullable Gs1Problem onlyDigits(String text, int from, int to) {
        return areDigits(text, from, to) ? null : Gs1Problem.NON_DIGIT_CHARACTER;
    }

    /** Two digits that are known to be digits, as a number. */
    static int pair(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    /** Up to 18 digits that are known to be digits, as a number. */
    static long number(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static boolean isOneOf(String text, int from, int to, String allowed) {
        return to - from == 1 && allowed.indexOf(text.charAt(from)) >= 0;
    }

    static boolean areZeros(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** True if the last digit is the check digit of those before it, as in {@link ScanCode#checkDigit}. */
    static boolean endInTheirCheckDigit(String text, int from, int to) {
        int sum = 0;
        int weight = 1;
        for (int i = to - 1; i >= from; i--) {
            sum += weight * (text.charAt(i) - '0');
            weight = 4 - weight;
        }
        return sum % 10 == 0;
    }
}
