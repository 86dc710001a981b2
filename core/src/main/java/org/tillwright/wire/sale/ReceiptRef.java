package org.tillwright.wire.sale;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person scans or keys of a receipt; register and server read it alike. */
public sealed interface ReceiptRef {

    /**
     * The transaction's id, or its first 64 bits: nobody comes by it without the receipt.
     *
     * @param digits 16 or 32 hexadecimal digits, in small letters
     */
    record ByCode(String digits) implements ReceiptRef {

        /** Returns the beginning of the id as ids are written. */
        public String idBegins() {
            StringBuilder id = new StringBuilder(digits);
            for (int dash : new int[] {20, 16, 12, 8}) {
                if (digits.length() > dash) {
                    id.insert(dash, '-');
                }
            }
            return id.toString();
        }
    }

    /**
     * A register and its number, which can be counted up.
     *
     * @param workstationId empty for the register where it is keyed
     */
    record ByNumber(String workstationId, long sequence) implements ReceiptRef {}

    /** What a receipt's QR code begins with. */
    String QR_PREFIX = "tillwright:";

    Pattern CODE = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{32}");
    Pattern NUMBER = Pattern.compile("(?:(.{1,40})[-./ ])?([0-9]{1,12})");

    /** Reads a code; empty for what is on no receipt. */
    static Optional<ReceiptRef> read(String told) {
        Optional<ReceiptRef> code = code(told);
        if (code.isPresent()) {
            return code;
        }
        Matcher number = NUMBER.matcher(told.strip());
        return number.matches()
                ? Optional.of(new ByNumber(
                        number.group(1) == null ? "" : number.group(1).strip(), Long.parseLong(number.group(2))))
                : Optional.empty();
    }

    /** Reads what only a receipt has: its own code, in barcode, QR code or print. */
    static Optional<ReceiptRef> code(String told) {
        String digits =
                told.strip().toLowerCase(Locale.ROOT).replace(QR_PREFIX, "").replaceAll("[- ]", "");
        return CODE.matcher(digits).matches() ? Optional.of(new ByCode(digits)) : Optional.empty();
    }
}
