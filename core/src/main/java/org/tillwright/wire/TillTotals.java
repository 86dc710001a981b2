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
        @Limit(20) List<TenderTotal> tenders) {

    /**
     * One tender of the till.
     *
     * @param expectedMinor takings, and for cash the float too
     * @param countedMinor what a person found; null until the till is settled
     */
    public record TenderTotal(@Limit(20) String tender, Long expectedMinor, @Nullable Long countedMinor) {}
}
