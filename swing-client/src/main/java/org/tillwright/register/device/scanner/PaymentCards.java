package org.tillwright.register.device.scanner;

import java.util.regex.Pattern;

/**
 * Knows a payment card that was swiped where it does not belong: its number must never be shown, logged or kept, so what
 * looks like its tracks is dropped whole. The shapes are those of ISO/IEC 7813: track 1 {@code B number ^ name}, track 2
 * {@code number = expiry}.
 */
public final class PaymentCards {

    private static final Pattern TRACK = Pattern.compile("[Bb][0-9 ]{12,23}\\^|[0-9]{12,19}=[0-9]{3}");

    /** A number by itself, as a keyboard of another country or a torn reading leaves it. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{13,19}");

    private PaymentCards() {}

    /** True for what can only be a track of a payment card, whole or not. */
    public static boolean isTrack(String read) {
        return TRACK.matcher(read).find();
    }

    /** True where a payment card's number may be inside: enough not to show it, not enough to say what it is. */
    public static boolean mayHoldNumber(String read) {
        var numbers = NUMBER.matcher(read);
        while (numbers.find()) {
            if (fitsLuhn(numbers.group())) {
                return true;
            }
        }
        return isTrack(read);
    }

    /** The check that card numbers hold (ISO/IEC 7812-1, annex B). */
    private static boolean fitsLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
