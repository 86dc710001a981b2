package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/**
 * One way of paying within the sale in progress.
 *
 * @param amount what was given; negative when money goes back to the customer
 * @param card what the terminal told, for a card payment; null otherwise
 * @param particulars what there is to say beyond the amount, such as the number of a gift card; null for nothing
 */
public record Payment(
        TenderType type, Money amount, SaleMessage.@Nullable Card card, @Nullable TenderParticulars particulars) {

    /** A payment of which nothing is known beyond its amount, and what a terminal told. */
    public Payment(TenderType type, Money amount, SaleMessage.@Nullable Card card) {
        this(type, amount, card, null);
    }

    /** What is known of a card payment whose answer was lost, and which only the terminal's own receipt shows. */
    public static final SaleMessage.Card UNCLEAR_CARD = new SaleMessage.Card("UNCLEAR", "", "", "", "");
}
