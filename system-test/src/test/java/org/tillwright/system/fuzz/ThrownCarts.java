package org.tillwright.system.fuzz;

import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;

/** The carts of {@code ./pos fuzz pricing}, for tests of other packages. */
public final class ThrownCarts {

    private ThrownCarts() {}

    /** A book and a cart of it. */
    public record Thrown(PriceBook book, Cart cart) {}

    /** Returns the cart of this number of the run with this seed. */
    public static Thrown of(long seed, long index) {
        PricingCase thrown = RandomCarts.thrown(Dice.of(seed, index));
        return new Thrown(thrown.book(), thrown.cart());
    }
}
