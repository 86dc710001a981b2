package org.tillwright.system.fuzz;

import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.system.thrown.Dice;
import org.tillwright.system.thrown.PricingCase;
import org.tillwright.system.thrown.RandomCarts;

/** The carts of {@code ./pos fuzz pricing}, for tests of other packages. */
public final class ThrownCarts {

    private ThrownCarts() {}

    /** A book and a cart of it. */
    public record Thrown(PriceBook book, Cart cart) {}

    /** Beyond any number of a run. */
    private static final long ANOTHER = 1L << 40;

    /** Returns the cart of this number of the run with this seed; a book that contradicts itself is thrown anew. */
    public static Thrown of(long seed, long index) {
        try {
            PricingCase thrown = RandomCarts.thrown(Dice.of(seed, index));
            return new Thrown(thrown.book(), thrown.cart());
        } catch (IllegalArgumentException e) {
            return of(seed, index + ANOTHER);
        }
    }
}
