package org.tillwright.system.fuzz;

import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;

/**
 * A cart, the book that prices it, and the chance by which its goods come back.
 *
 * @param returns seed of the partition in which goods are brought back, and of how the sale is paid
 */
record PricingCase(PriceBook book, Cart cart, long returns) {

    PricingCase with(PriceBook changed) {
        return new PricingCase(changed, cart, returns);
    }

    PricingCase with(Cart changed) {
        return new PricingCase(book, changed, returns);
    }
}
