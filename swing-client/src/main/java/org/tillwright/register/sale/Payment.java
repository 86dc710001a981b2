package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;

/**
 * One way of paying within the sale in progress.
 *
 * @param amount what was given; negative when money goes back to the customer
 * @param card what the terminal told, for a card payment; null otherwise
 */
public record Payment(TenderType type, Money amount, SaleMessage.@Nullable Card card) {

    /** What is known of a card payment whose answer was lost, and which only the terminal's own receipt shows. */
    public static final SaleMessage.Card UNCLEAR_CARD = new SaleMessage.Card("UNCLEAR", "", "", "", "");
}
