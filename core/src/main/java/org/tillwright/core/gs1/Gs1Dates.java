package org.tillwright.core.gs1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates of which a label tells only two digits of the year. */
public final class Gs1Dates {

    private static final int YEARS_BACK = 49;
    private static final int CENTURY = 100;

    private Gs1Dates() {}

    /**
     * The day that six digits mean in a year: of all years that end in these two digits the one from 49 years before to 50
     * years after. Day 00 is the last of its month.
     *
     * @param yymmdd begins with six digits; what follows, such as an hour, does not count
     * @param year the year in which the label is read
     * @return null if there is no such day
     */
    public static @Nullable LocalDate day(String yymmdd, int year) {
        if (yymmdd.length() < 6 || DateChecks.yymmd0(yymmdd, 0, 6) != null) {
            return null;
        }
        int first = year - YEARS_BACK;
        int full = first + Math.floorMod(Digits.pair(yymmdd, 0) - first, CENTURY);
        int month = Digits.pair(yymmdd, 2);
        int day = Digits.pair(yymmdd, 4);
        int last = DateChecks.daysIn(full, month);
        if (day > last) {
            return null;
        }
        return LocalDate.of(full, month, day == 0 ? last : day);
    }
}
