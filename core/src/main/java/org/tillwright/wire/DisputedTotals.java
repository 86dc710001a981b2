package org.tillwright.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * Sales whose totals the server would have computed otherwise, newest first.
 *
 * @param hasMore true when older ones were left out
 */
public record DisputedTotals(@Limit(MAX_SALES) List<Sale> sales, Boolean hasMore) {

    /** Sales in one answer. */
    public static final int MAX_SALES = 500;

    /**
     * One of them: as told, and as computed.
     *
     * @param computedTotalMinor null when the server could not compute the sale at all
     * @param reason what differs, in words
     */
    public record Sale(
            UUID transactionId,
            @Limit(40) String storeId,
            @Limit(40) String workstationId,
            Long sequence,
            Instant acceptedAt,
            @Limit(3) String currency,
            Long toldTotalMinor,
            @Nullable Long computedTotalMinor,
            @Limit(1_000) String reason) {}
}
