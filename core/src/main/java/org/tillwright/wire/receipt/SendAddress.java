package org.tillwright.wire.receipt;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that receipts are sent to, as people key them. */
public final class SendAddress {

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[^\\s@<>,;\"\\p{Cntrl}]{1,185}\\.[^\\s@<>,;\".\\p{Cntrl}]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private SendAddress() {}

    /** Returns an e-mail address as it is used; empty for what can be none. */
    public static Optional<String> email(String keyed) {
        String text = keyed.strip();
        return EMAIL.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** Returns a phone number with its country's code; empty for what can be none, and for one without the code. */
    public static Optional<String> phone(String keyed) {
        String text = keyed.strip().replaceAll("[\\s().\\-/]", "");
        String whole = text.startsWith("00") ? "+" + text.substring(2) : text;
        return PHONE.matcher(whole).matches() ? Optional.of(whole) : Optional.empty();
    }
}
