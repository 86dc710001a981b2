package org.tillwright.system.sample;

import java.util.List;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;

/**
 * What is to be sold: a book to publish and carts of it.
 *
 * @param returns seed of the parts in which the goods come back
 */
public record Wanted(PriceBook book, List<Cart> carts, long returns) {

    public Wanted {
        carts = List.copyOf(carts);
    }
}
