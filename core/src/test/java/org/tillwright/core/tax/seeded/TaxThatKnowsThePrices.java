package org.tillwright.core.tax.seeded;

import org.tillwright.core.pricing.Cart;

/** Breaks the rule that tax is worked out of amounts alone. */
public final class TaxThatKnowsThePrices {

    Cart cart = Cart.EMPTY;
}
