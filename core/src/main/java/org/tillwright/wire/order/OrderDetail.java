package org.tillwright.wire.order;

import java.util.List;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.CartMessage;

/** A quotation or layaway with all that a register needs to sell it. */
public record OrderDetail(
        OrderSummary order,
        @Limit(CartMessage.MAX_LINES) List<OrderMessage.Line> lines,
        @Limit(SuspendedSaleMessage.MAX_DRAFT) String draft) {}
