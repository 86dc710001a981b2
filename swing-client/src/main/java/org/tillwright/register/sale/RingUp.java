package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;

/**
 * An item to ring up with all that is known of it.
 *
 * @param quantity negative when the goods come back; null when nobody said
 * @param price a price by hand, or null for the book's
 * @param label what a label on the goods says that all of them cost, never negative; null where no label does
 */
public record RingUp(String itemId, @Nullable Quantity quantity, @Nullable HandPrice price, @Nullable Money label) {

    /** Goods without a label. */
    public RingUp(String itemId, @Nullable Quantity quantity, @Nullable HandPrice price) {
        this(itemId, quantity, price, null);
    }

    /**
     * A price by hand.
     *
     * @param reason code of the reason, such as DAMAGED, NO_PRICE or IMPORTED
     */
    public record HandPrice(UnitPrice unitPrice, String reason) {}
}
