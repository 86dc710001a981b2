package org.tillwright.register.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.ModifierGroup;

/**
 * An item to ring up with all that is known of it.
 *
 * @param quantity negative when the goods come back; null when nobody said
 * @param price a price by hand, or null for the book's
 * @param label what a label on the goods says that all of them cost, never negative; null where no label does
 * @param modifiers how the customer wants it; null while nobody was asked
 */
public record RingUp(
        String itemId,
        @Nullable Quantity quantity,
        @Nullable HandPrice price,
        @Nullable Money label,
        @Nullable List<ModifierGroup.Choice> modifiers) {

    /** Goods of which nobody has said how they are wanted. */
    public RingUp(String itemId, @Nullable Quantity quantity, @Nullable HandPrice price, @Nullable Money label) {
        this(itemId, quantity, price, label, null);
    }

    /** Goods without a label. */
    public RingUp(String itemId, @Nullable Quantity quantity, @Nullable HandPrice price) {
        this(itemId, quantity, price, null);
    }

    public RingUp withModifiers(List<ModifierGroup.Choice> chosen) {
        return new RingUp(itemId, quantity, price, label, chosen);
    }

    /**
     * A price by hand.
     *
     * @param reason code of the reason, such as DAMAGED, NO_PRICE or IMPORTED
     */
    public record HandPrice(UnitPrice unitPrice, String reason) {}
}
