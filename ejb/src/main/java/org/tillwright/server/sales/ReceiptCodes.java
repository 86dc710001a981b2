package org.tillwright.server.sales;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person scans or keys of a receipt. */
sealed interface ReceiptCodes {

    /** The transaction's id or its first 64 bits, as hexadecimal digits: nobody comes by it without the receipt. */
    record ByCode(String digits) implements ReceiptCodes {}

    /** The register and its number, which can be counted up. */
    record ByNumber(String workstationId, long sequence) implements ReceiptCodes {}

    String QR_PREFIX = "tillwright:";
    Pattern CODE = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{32}");
    Pattern NUMBER = Pattern.compile("(.{1,40})[-./ ]([0-9]{1,15})");

    /** Reads a code; empty for what is on no receipt. */
    static Optional<ReceiptCodes> read(String told) {
        String text = told.strip();
        String digits = text.toLowerCase(Locale.ROOT).replace(QR_PREFIX, "").replaceAll("[- ]", "");
        if (CODE.matcher(digits).matches()) {
            return Optional.of(new ByCode(digits));
        }
        Matcher number = NUMBER.matcher(text);
        return number.matches()
                ? Optional.of(new ByNumber(number.group(1).strip(), Long.parseLong(number.group(2))))
                : Optional.empty();
    }
}
