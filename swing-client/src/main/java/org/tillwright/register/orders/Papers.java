package org.tillwright.register.orders;

import java.util.List;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.SuspendedSaleMessage;

/** Prints what goes with a sale that is not finished here. Never waits; a register without a printer prints nothing. */
public interface Papers {

    /** The slip of a parked sale, by whose code it is found again. */
    void slip(SuspendedSaleMessage parked);

    /** A quotation, or what a customer has in hand of goods that are set aside; neither is a receipt. */
    void order(OrderSummary order, List<OrderMessage.Line> lines);
}
