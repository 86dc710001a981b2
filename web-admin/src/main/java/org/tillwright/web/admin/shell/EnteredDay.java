package org.tillwright.web.admin.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as it stands in a page's address. */
public final class EnteredDay {

    /** Years from 1000 to 2999: Java reads longer ones too, which the database does not, and near its ends it cannot count on. */
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    private EnteredDay() {}

    /** Reads a day such as 2026-03-31; empty for what is none. */
    public static Optional<LocalDate> of(String text) {
        String day = text.strip();
        try {
            return DAY.matcher(day).matches() ? Optional.of(LocalDate.parse(day)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
