package org.tillwright.system.thrown;

import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;

/**
 * A cart, the book that prices it, and the chance by which its goods come back.
 *
 * @param returns seed of the partition in which goods are brought back, and of how the sale is paid
 */
public record PricingCase(PriceBook book, Cart cart, long returns) {

    public PricingCase with(PriceBook changed) {
        return new PricingCase(changed, cart, returns);
    }

    public PricingCase with(Cart changed) {
        return new PricingCase(book, changed, returns);
    }
}
