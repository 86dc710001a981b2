package org.tillwright.register.sale;

import java.util.function.UnaryOperator;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;

/**
 * Changes of a sale that are more than a line rung up: discounts, choices, the customer, what is said of it. Whoever changes
 * something knows the rule for it; here it is priced anew, kept on disk and shown to the customer. Event thread only.
 */
public final class SaleChanges {

    private final SaleSession session;

    SaleChanges(SaleSession session) {
        this.session = session;
    }

    /** Another cart: other lines, discounts or another context. Refused while a part is paid. */
    public SaleOutcome cart(UnaryOperator<Cart> change) {
        return session.change(sale -> sale.with(change.apply(sale.cart())));
    }

    /** Something else known of the sale. Refused while a part is paid. */
    public SaleOutcome particulars(UnaryOperator<Particulars> change) {
        return session.change(sale -> sale.with(change.apply(sale.particulars())));
    }

    /** Both at once, so that neither is there without the other. */
    public SaleOutcome both(UnaryOperator<Cart> cart, UnaryOperator<Particulars> particulars) {
        return session.change(sale -> sale.with(cart.apply(sale.cart())).with(particulars.apply(sale.particulars())));
    }

    /** Something known of the sale that no price and no amount depends on, also while a part is paid. */
    public SaleOutcome note(UnaryOperator<Particulars> change) {
        return session.note(change);
    }

    /** One state of a sale made of another. */
    interface Change {

        SaleInProgress apply(SaleInProgress sale) throws UnpricedItemException;
    }
}
