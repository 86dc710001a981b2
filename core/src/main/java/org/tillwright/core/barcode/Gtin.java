package org.tillwright.core.barcode;

import java.util.Optional;

/** Numbers of trade items as EAN-8, UPC-A, EAN-13 and ITF-14 carry them, and the short form UPC-E. */
public final class Gtin {

    private static final int UPC_E_LENGTH = 8;
    private static final int UPC_A_LENGTH = 12;

    private Gtin() {}

    /** True for 8, 12, 13 or 14 digits whose last is the check digit of the others. */
    public static boolean isValid(String digits) {
        return ScanCode.of(digits).check() == ScanCode.Check.VALID
                && ScanCode.of(digits).text().equals(digits);
    }

    /**
     * The UPC-A that a UPC-E stands for.
     *
     * @param code eight digits: number system 0 or 1, six digits, and the check digit of the long form
     * @return twelve digits, or nothing if this is no UPC-E or its check digit is wrong
     */
    public static Optional<String> expandUpcE(String code) {
        if (code.length() != UPC_E_LENGTH || !isDigits(code) || code.charAt(0) > '1') {
            return Optional.empty();
        }
        String six = code.substring(1, 7);
        char last = six.charAt(5);
        String body =
                switch (last) {
                    case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
                    case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
                    case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
                    default -> six.substring(0, 5) + "0000" + last;
                };
        String digits = code.charAt(0) + body;
        return ScanCode.checkDigit(digits) == code.charAt(7) ? Optional.of(digits + code.charAt(7)) : Optional.empty();
    }

    /**
     * The UPC-E of a UPC-A that has enough zeros in the right places.
     *
     * @return eight digits, or nothing if there is no short form
     */
    public static Optional<String> compressToUpcE(String upcA) {
        if (upcA.length() != UPC_A_LENGTH || !isValid(upcA) || upcA.charAt(0) > '1') {
            return Optional.empty();
        }
        String company = upcA.substring(1, 6);
        String item = upcA.substring(6, 11);
        for (char last = '0'; last <= '9'; last++) {
            String six =
                    switch (last) {
                        case '0', '1', '2' -> company.substring(0, 2) + item.substring(2) + last;
                        case '3' -> company.substring(0, 3) + item.substring(3) + last;
                        case '4' -> company.substring(0, 4) + item.substring(4) + last;
                        default -> company + last;
                    };
            String code = upcA.charAt(0) + six + upcA.charAt(11);
            if (expandUpcE(code).filter(upcA::equals).isPresent()) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
