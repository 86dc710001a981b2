package org.tillwright.core.gs1;

import org.jspecify.annotations.Nullable;

/** Checks of dates and times of day. */
final class DateChecks {

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int FEBRUARY = 2;

    private DateChecks() {}

    /** A day of a year of which only two digits are told: one year in four is a leap year in any window that holds 2000. */
    static @Nullable Gs1Problem yymmdd(String text, int from, int to) {
        return shortDate(text, from, to, false);
    }

    /** As {@link #yymmdd}, but day 00 is the last day of the month. */
    static @Nullable Gs1Problem yymmd0(String text, int from, int to) {
        return shortDate(text, from, to, true);
    }

    static @Nullable Gs1Problem yyyymmdd(String text, int from, int to) {
        return longDate(text, from, to, false);
    }

    static @Nullable Gs1Problem yyyymmd0(String text, int from, int to) {
        return longDate(text, from, to, true);
    }

    static @Nullable Gs1Problem yymmddhh(String text, int from, int to) {
        Gs1Problem problem =
                length(text, from, to, 8, Gs1Problem.DATE_WITH_HOUR_TOO_SHORT, Gs1Problem.DATE_WITH_HOUR_TOO_LONG);
        if (problem == null) {
            problem = yymmdd(text, from, from + 6);
        }
        return problem == null ? hh(text, from + 6, to) : problem;
    }

    static @Nullable Gs1Problem hhmi(String text, int from, int to) {
        Gs1Problem problem =
                length(text, from, to, 4, Gs1Problem.HOUR_WITH_MINUTE_TOO_SHORT, Gs1Problem.HOUR_WITH_MINUTE_TOO_LONG);
        if (problem == null) {
            problem = hh(text, from, from + 2);
        }
        return problem == null ? mi(text, from + 2, to) : problem;
    }

    static @Nullable Gs1Problem hh(String text, int from, int to) {
        return timePart(
                text, from, to, 23, Gs1Problem.HOUR_TOO_SHORT, Gs1Problem.HOUR_TOO_LONG, Gs1Problem.ILLEGAL_HOUR);
    }

    static @Nullable Gs1Problem mi(String text, int from, int to) {
        return timePart(
                text, from, to, 59, Gs1Problem.MINUTE_TOO_SHORT, Gs1Problem.MINUTE_TOO_LONG, Gs1Problem.ILLEGAL_MINUTE);
    }

    static @Nullable Gs1Problem ss(String text, int from, int to) {
        return timePart(
                text, from, to, 59, Gs1Problem.SECOND_TOO_SHORT, Gs1Problem.SECOND_TOO_LONG, Gs1Problem.ILLEGAL_SECOND);
    }

    /** Minutes, and seconds if they are told. */
    static @Nullable Gs1Problem mmoptss(String text, int from, int to) {
        if (to - from != 2 && to - from != 4) {
            return Gs1Problem.MMSS_INVALID_LENGTH;
        }
        if (!Digits.areDigits(text, from, to)) {
            return Gs1Problem.NON_DIGIT_CHARACTER;
        }
        Gs1Problem problem = mi(text, from, from + 2);
        return problem == null && to - from == 4 ? ss(text, from + 2, to) : problem;
    }

    static int daysIn(int year, int month) {
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == FEBRUARY && isLeap ? 29 : DAYS[month - 1];
    }

    private static @Nullable Gs1Problem shortDate(String text, int from, int to, boolean dayMayBeZero) {
        Gs1Problem problem = length(text, from, to, 6, Gs1Problem.DATE_TOO_SHORT, Gs1Problem.DATE_TOO_LONG);
        return problem == null ? day(2000 + Digits.pair(text, from), text, from + 2, dayMayBeZero) : problem;
    }

    private static @Nullable Gs1Problem longDate(String text, int from, int to, boolean dayMayBeZero) {
        Gs1Problem problem = length(text, from, to, 8, Gs1Problem.DATE_TOO_SHORT, Gs1Problem.DATE_TOO_LONG);
        int year = problem == null ? (int) Digits.number(text, from, from + 4) : 0;
        return problem == null ? day(year, text, from + 4, dayMayBeZero) : problem;
    }

    private static @Nullable Gs1Problem day(int year, String text, int at, boolean dayMayBeZero) {
        int month = Digits.pair(text, at);
        if (month < 1 || month > DAYS.length) {
            return Gs1Problem.ILLEGAL_MONTH;
        }
        int day = Digits.pair(text, at + 2);
        boolean isIllegal = day > daysIn(year, month) || (day == 0 && !dayMayBeZero);
        return isIllegal ? Gs1Problem.ILLEGAL_DAY : null;
    }

    private static @Nullable Gs1Problem timePart(
            String text, int from, int to, int highest, Gs1Problem tooShort, Gs1Problem tooLong, Gs1Problem illegal) {
        Gs1Problem problem = length(text, from, to, 2, tooShort, tooLong);
        return problem == null && Digits.pair(text, from) > highest ? illegal : problem;
    }

    private static @Nullable Gs1Problem length(
            String text, int from, int to, int length, Gs1Problem tooShort, Gs1Problem tooLong) {
        if (to - from != length) {
            return to - from < length ? tooShort : tooLong;
        }
        return Digits.onlyDigits(text, from, to);
    }
}
