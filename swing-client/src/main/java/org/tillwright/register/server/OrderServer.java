package org.tillwright.register.server;

import java.util.UUID;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSalesFound;

/** What the server keeps of sales that are not finished where they were begun. Every method waits for the answer. */
public interface OrderServer {

    /** The store's parked sales that this register can go on with. */
    Reply<SuspendedSalesFound> parkedSales();

    /** Keeps a parked sale for the whole store. */
    Reply<Boolean> park(SuspendedSaleMessage sale);

    /** Takes a parked sale for this register. */
    Reply<SuspendedSaleMessage> resume(UUID suspendedSaleId, UUID claimId, ClaimRequest request);

    /** Open quotations and layaways with this number or customer; the newest for an empty text. */
    Reply<OrdersFound> orders(String asked);

    /** Keeps a quotation or a layaway, and gives it its number. */
    Reply<OrderSummary> keep(OrderMessage order);

    /** Takes a quotation or a layaway for one sale of this register. */
    Reply<OrderDetail> take(UUID orderId, UUID claimId, ClaimRequest request);

    /** Gives up what was taken for a sale. */
    Reply<Boolean> release(UUID orderId, UUID claimId);

    /** Cancels an order of which nothing is given back. */
    Reply<OrderSummary> cancel(UUID orderId, UUID cancellationId, ClaimRequest request);
}
