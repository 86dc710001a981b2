package org.tillwright.server.security;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Which PINs are good enough. A till locks after five wrong ones, so what matters is what people would try first. */
final class PinRules {

    private static final int GENERATED_DIGITS = 6;
    private static final int GENERATED_LIMIT = 1_000_000;

    private PinRules() {}

    /** Finds everything that is wrong with a PIN that a person chose for an operator. */
    static List<OperatorReason> reasonsAgainst(String pin, String operatorNumber) {
        List<OperatorReason> reasons = new ArrayList<>();
        if (!pin.matches("[0-9]{4,8}")) {
            reasons.add(OperatorReason.PIN_UNSOUND);
        } else if (pin.equals(operatorNumber)) {
            reasons.add(OperatorReason.PIN_IS_NUMBER);
        } else if (isTrivial(pin)) {
            reasons.add(OperatorReason.PIN_TRIVIAL);
        }
        return reasons;
    }

    /** Makes a PIN that nobody guesses early. */
    static String make(SecureRandom random) {
        String pin;
        do {
            String digits = Integer.toString(random.nextInt(GENERATED_LIMIT));
            pin = "0".repeat(GENERATED_DIGITS - digits.length()) + digits;
        } while (isTrivial(pin));
        return pin;
    }

    /** True for rows such as 1234, 9876 and 8901, and for repeats such as 0000, 1212 and 123123. */
    static boolean isTrivial(String pin) {
        return isRow(pin, 1) || isRow(pin, 9) || isRepeat(pin);
    }

    /** True if each digit is the one before plus {@code step}, where 0 follows 9. */
    private static boolean isRow(String pin, int step) {
        for (int i = 1; i < pin.length(); i++) {
            if ((pin.charAt(i - 1) - '0' + step) % 10 != pin.charAt(i) - '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isRepeat(String pin) {
        for (int period = 1; period <= pin.length() / 2; period++) {
            if (pin.length() % period == 0
                    && pin.substring(0, period).repeat(pin.length() / period).equals(pin)) {
                return true;
            }
        }
        return false;
    }
}
