package org.tillwright.wire.order;

import java.util.List;
import org.tillwright.wire.json.Limit;

/** Open quotations and layaways that a search found, the newest first. */
public record OrdersFound(@Limit(MAX_ORDERS) List<OrderSummary> orders, Boolean hasMore) {

    /** Orders in one answer. */
    public static final int MAX_ORDERS = 50;
}
