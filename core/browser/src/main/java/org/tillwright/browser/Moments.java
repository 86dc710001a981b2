package org.tillwright.browser;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Reads days and times of ISO 8601 as their types write them. */
final class Moments {

    private static final int DATE_LENGTH = 10;
    private static final int NANOS_DIGITS = 9;

    private Moments() {}

    static LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new Malformed("no date like 2026-01-31: " + text);
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException e) {
            throw new Malformed("no day of any year: " + text);
        }
    }

    static LocalTime time(String text) {
        int length = text.length();
        boolean hasSeconds = length >= 8 && text.charAt(5) == ':';
        boolean hasNanos = length > 9 && length <= 9 + NANOS_DIGITS && text.charAt(8) == '.';
        if (length < 5 || text.charAt(2) != ':' || (length != 5 && !hasSeconds) || (length > 8 && !hasNanos)) {
            throw new Malformed("no time like 09:30:15: " + text);
        }
        try {
            return LocalTime.of(
                    number(text, 0, 2),
                    number(text, 3, 5),
                    hasSeconds ? number(text, 6, 8) : 0,
                    hasNanos ? nanos(text.substring(9)) : 0);
        } catch (DateTimeException e) {
            throw new Malformed("no time of any day: " + text);
        }
    }

    static LocalDateTime moment(String text) {
        if (text.length() <= DATE_LENGTH || text.charAt(DATE_LENGTH) != 'T') {
            throw new Malformed("no moment like 2026-01-31T09:30:15: " + text);
        }
        return LocalDateTime.of(date(text.substring(0, DATE_LENGTH)), time(text.substring(DATE_LENGTH + 1)));
    }

    private static int nanos(String fraction) {
        return number(fraction + "0".repeat(NANOS_DIGITS - fraction.length()), 0, NANOS_DIGITS);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new Malformed("no date or time: " + text);
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
