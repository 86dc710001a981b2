package org.tillwright.register.customer;

import java.util.Set;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.selling.OtherCodes;
import org.tillwright.wire.value.OwnNumber;

/** Recognises the cards of customers among what is scanned as goods, so that no card is ever an unknown item. */
public final class CustomerCards implements OtherCodes {

    /** What goods come to that nobody knows, or whose code only looks like one. */
    private static final Set<String> UNKNOWN = Set.of(
            "sale.unknown-code", "sale.unknown-name", "sale.wrong-check-digit", "sale.misread", "sale.label-no-goods");

    private final CustomerFunctions customers;

    public CustomerCards(CustomerFunctions customers) {
        this.customers = customers;
    }

    @Override
    public boolean claims(String code) {
        return OwnNumber.CUSTOMER_CARD.claims(code);
    }

    @Override
    public void take(String code) {
        customers.ofOwnCard(code);
    }

    /** A card of somebody else's stock looks like any code: it is looked for where no goods were found. */
    @Override
    public boolean unknown(String code, SaleOutcome outcome, Runnable otherwise) {
        boolean mayBeCard = outcome instanceof SaleOutcome.Said said
                && UNKNOWN.contains(said.notice().key())
                && OwnNumber.CUSTOMER_CARD.canBe(code);
        if (mayBeCard) {
            customers.ofCard(code, otherwise);
        }
        return mayBeCard;
    }
}
