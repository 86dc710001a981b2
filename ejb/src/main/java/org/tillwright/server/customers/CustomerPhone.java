package org.tillwright.server.customers;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as they are found: by their digits, from the front or from the end, because people leave out the country. */
final class CustomerPhone {

    static final int MIN_DIGITS = 4;
    static final int MAX_DIGITS = 20;

    private static final Pattern PHONE_LIKE = Pattern.compile("\\+?[0-9 ()/.-]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /** What is dialled before a number within a country, and what is dialled to leave it. */
    private static final Pattern TRUNK_ZEROS = Pattern.compile("^0+");

    private CustomerPhone() {}

    /** Returns the digits of a text that looks like a phone number, without zeros at the front. */
    static Optional<String> digitsOf(String text) {
        if (!PHONE_LIKE.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        String digits = NO_DIGIT.matcher(text).replaceAll("");
        String significant = TRUNK_ZEROS.matcher(digits).replaceFirst("");
        return significant.length() >= MIN_DIGITS && significant.length() <= MAX_DIGITS
                ? Optional.of(significant)
                : Optional.empty();
    }

    static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }
}
