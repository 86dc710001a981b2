package org.tillwright.browser;

import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;

/** Carts and books as the texts that a {@link Door} takes, for whoever has them as objects: a server, a test. */
public final class DoorTexts {

    private DoorTexts() {}

    public static String text(Cart cart) {
        StringBuilder out = new StringBuilder();
        Codec.write(out, cart);
        return out.toString();
    }

    public static String text(PriceBook book) {
        StringBuilder out = new StringBuilder();
        Codec.write(out, book);
        return out.toString();
    }
}
