package org.tillwright.wire.order;

import java.util.List;
import org.tillwright.wire.json.Limit;

/** The parked carts of a store, the newest first. */
public record SuspendedSalesFound(@Limit(MAX_SALES) List<SuspendedSaleSummary> sales, Boolean hasMore) {

    /** Sales in one answer. */
    public static final int MAX_SALES = 200;
}
