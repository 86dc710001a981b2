package org.tillwright.server.day;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store sold on one business day, in its own currency. All parts are of one moment, and agree.
 *
 * @param transactionCount sales and returns
 * @param averageMinor of a transaction, halves rounded away from zero; null when there was none
 * @param returnedMinor what customers were given for goods that came back, as a positive amount
 * @param inOtherCurrencies transactions of that day in another currency, which are not in these sums
 * @param lastWeekMinor total of the same weekday a week before
 */
public record DayFigures(
        String storeId,
        LocalDate day,
        String currency,
        long netMinor,
        long taxMinor,
        long totalMinor,
        long transactionCount,
        @Nullable Long averageMinor,
        long returnCount,
        long returnedMinor,
        long inOtherCurrencies,
        long lastWeekMinor,
        long lastWeekCount,
        List<Tender> tenders,
        List<Department> departments,
        List<Hour> hours) {

    public DayFigures {
        tenders = List.copyOf(tenders);
        departments = List.copyOf(departments);
        hours = List.copyOf(hours);
    }

    /** What was taken by one way of paying, less what was given back. */
    public record Tender(String tender, long amountMinor, long transactionCount) {}

    /**
     * What one department sold, with its tax.
     *
     * @param name in the asked language; null for items that are in no department of today's catalogue
     * @param hue of its colour, 0 to 7; null without a department
     */
    public record Department(@Nullable String name, @Nullable Long hue, long totalMinor, long lineCount) {}

    /**
     * One hour on the shop's wall.
     *
     * @param hour from 0 to 23; the hours of a day that ends after midnight stand in the order in which they are lived
     */
    public record Hour(int hour, long totalMinor, long transactionCount, long lastWeekMinor, long lastWeekCount) {}
}
