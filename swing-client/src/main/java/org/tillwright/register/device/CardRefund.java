package org.tillwright.register.device;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.SaleMessage;

/**
 * Money that goes back to a card.
 *
 * @param amount more than zero
 * @param receiptNumber the terminal's own number of the payment that is undone whole, which needs no card; null when some
 *     money goes back to a card that the customer presents
 * @param trace the terminal's other number of that payment; null where there is none
 * @param undoes the finished sale that this is a part of undoing; null for a refund of the sale in progress
 */
public record CardRefund(Money amount, @Nullable String receiptNumber, @Nullable String trace, @Nullable UUID undoes) {

    /** Some of a payment, of this terminal or another, goes back to a card. */
    public static CardRefund of(Money amount) {
        return new CardRefund(amount, null, null, null);
    }

    /** All of a payment goes back: undone at the terminal that took it, where that told a number for it. */
    public static CardRefund undoing(Money amount, SaleMessage.Card paid) {
        return new CardRefund(amount, paid.receiptNumber(), paid.trace(), null);
    }

    /** The same, for a sale that is undone whole. */
    public CardRefund of(UUID sale) {
        return new CardRefund(amount, receiptNumber, trace, sale);
    }
}
