package org.tillwright.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * What the server's books say of one till session; a register compares it with its own sums.
 *
 * @param status OPEN or SETTLED
 * @param transactionCount finished sales and returns; voided sales do not count
 * @param foreign notes of other currencies, each in its own units; null from an older server
 * @param zNumber number of the Z report; null while the till is open
 * @param supplement what arrived after the till was settled, by tender; in {@code expectedMinor} too. Null from an older server
 */
public record TillTotals(
        UUID tillSessionId,
        @Limit(20) String status,
        @Limit(3) String currency,
        Long floatMinor,
        Long transactionCount,
        Long netMinor,
        Long taxMinor,
        Long totalMinor,
        @Limit(20) List<TenderTotal> tenders,
        @Nullable @Limit(20) List<ForeignTotal> foreign,
        @Nullable Long zNumber,
        @Nullable @Limit(20) List<Late> supplement) {

    /** What is known of a till by its sales alone. */
    public TillTotals(
            UUID tillSessionId,
            String status,
            String currency,
            Long floatMinor,
            Long transactionCount,
            Long netMinor,
            Long taxMinor,
            Long totalMinor,
            List<TenderTotal> tenders) {
        this(
                tillSessionId,
                status,
                currency,
                floatMinor,
                transactionCount,
                netMinor,
                taxMinor,
                totalMinor,
                tenders,
                null,
                null,
                null);
    }

    /** Notes of one other currency, in its own minor units. */
    public record ForeignTotal(@Limit(3) String currency, Long expectedMinor, @Nullable Long countedMinor) {}

    /** One tender of what came too late for the settlement. */
    public record Late(@Limit(20) String tender, Long count, Long amountMinor) {}

    /**
     * One tender of the till.
     *
     * @param expectedMinor takings, and for cash the float and what was moved too
     * @param countedMinor what a person found; null until the till is settled
     */
    public record TenderTotal(@Limit(20) String tender, Long expectedMinor, @Nullable Long countedMinor) {}
}
