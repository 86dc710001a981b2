package org.tillwright.system.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.wire.SaleMessage;

/** Makes a sale that is sound in itself, and wrong: at this register alone, one item costs a minor unit more. */
final class SampleBend {

    private final SampleTill till;

    SampleBend(SampleTill till) {
        this.till = till;
    }

    /**
     * A wrong sale.
     *
     * @param rightMinor what its total should have been
     */
    record Bent(SaleMessage sale, long rightMinor) {}

    /** Returns the sale of one piece of the first item that can show it; null when none can. */
    @Nullable
    Bent of(List<Cart> carts, UnaryOperator<Cart> renamed) {
        for (Cart cart : carts) {
            for (Cart.Line line : cart.lines()) {
                boolean isPlain = line.kind() == Cart.Kind.SALE
                        && line.override() == null
                        && line.labelTotal() == null
                        && line.follows() == null
                        && line.discounts().isEmpty();
                if (isPlain) {
                    Cart alone = new Cart(cart.context(), List.of(line.withQuantity(Quantity.ONE)), List.of());
                    Bent bent = bent(renamed.apply(alone));
                    if (bent != null) {
                        return bent;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Bent bent(Cart cart) {
        try {
            PriceBook book = till.book(cart);
            PricedCart right = PricingEngine.price(cart, book);
            PricedCart wrong =
                    PricingEngine.price(cart, dearer(book, cart.lines().get(0).itemId()));
            return right.total().equals(wrong.total())
                    ? null
                    : new Bent(
                            till.written(cart, wrong, Map.of(), 0),
                            right.total().minor());
        } catch (UnpricedItemException e) {
            return null; // it has no price of its own, so it cannot have a wrong one
        }
    }

    private static PriceBook dearer(PriceBook book, String itemId) {
        Map<String, PriceBook.Entry> entries = new HashMap<>(book.entries());
        entries.computeIfPresent(itemId, (id, entry) -> {
            UnitPrice price = entry.unitPrice();
            long cent = UnitPrice.of(new Money(book.currency(), 1)).micro();
            return price == null
                    ? entry
                    : new PriceBook.Entry(
                            id,
                            new UnitPrice(book.currency(), price.micro() + cent),
                            entry.taxCategory(),
                            entry.traits());
        });
        return new PriceBook(book.version(), book.currency(), book.taxPolicy(), entries, book.taxes(), book.rules());
    }
}
