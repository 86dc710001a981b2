package org.tillwright.wire.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tillwright.wire.json.Limit;

/** Parked carts that more than one sale went on with: a register without a line to the server cannot know of the other. */
public record ResumedTwice(@Limit(MAX_SALES) List<Sale> sales, Boolean hasMore) {

    /** Carts in one answer. */
    public static final int MAX_SALES = 100;

    /**
     * One of them.
     *
     * @param transactionIds the sales, in the order in which they arrived
     */
    public record Sale(UUID suspendedSaleId, @Limit(40) String storeId, Instant notedAt, List<String> transactionIds) {}
}
