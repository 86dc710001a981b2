package org.tillwright.server.sales;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.wire.SaleMessage;

/**
 * Finds times that a register's clock cannot have had right. The sale stands: its goods are gone and its money is taken. A
 * person sees it among the disputed ones, because it counts for a day that nobody would look at.
 */
final class SaleTimes {

    /** Before this there was no Tillwright and hardly a clock with a battery. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Days that a business day may be ahead of the server: its time zone and a day that ends after midnight. */
    private static final Duration MOST_AHEAD = Duration.ofDays(2);

    private SaleTimes() {}

    static List<String> doubtsOf(SaleMessage sale, Instant now) {
        List<String> doubts = new ArrayList<>();
        Instant latest = now.plus(MOST_AHEAD);
        if (sale.begunAt().isBefore(EARLIEST) || sale.endedAt().isAfter(latest)) {
            doubts.add("the register's clock was wrong: it said " + sale.endedAt());
        }
        LocalDate earliestDay = LocalDate.ofInstant(EARLIEST, ZoneOffset.UTC);
        LocalDate latestDay = LocalDate.ofInstant(latest, ZoneOffset.UTC);
        if (sale.businessDay().isBefore(earliestDay) || sale.businessDay().isAfter(latestDay)) {
            doubts.add("the business day cannot be right: " + sale.businessDay());
        }
        return doubts;
    }
}
