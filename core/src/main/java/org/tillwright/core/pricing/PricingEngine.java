package org.tillwright.core.pricing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;

/**
 * Prices a whole cart: first every line's extended amount, then the tax on what is left to pay. The same cart and book
 * give the same totals on every register, on the server, and in ten years.
 */
public final class PricingEngine {

    /** How unit price times quantity becomes cents: a half goes away from zero, for sales and returns alike. */
    private static final RoundingMode EXTENSION_ROUNDING = RoundingMode.HALF_UP;

    private PricingEngine() {}

    /**
     * Prices {@code cart} from {@code book}.
     *
     * @throws UnpricedItemException if a line has neither a price in the book nor one by hand; the cart is never priced
     *     in part
     */
    public static PricedCart price(Cart cart, PriceBook book) throws UnpricedItemException {
        List<ExtendedLine> extended = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            extended.add(extend(line, book));
        }
        return Taxation.of(book).tax(extended);
    }

    private static ExtendedLine extend(Cart.Line line, PriceBook book) throws UnpricedItemException {
        PriceBook.Entry entry = book.find(line.itemId()).orElseThrow(() -> new UnpricedItemException(line.itemId()));
        PriceOverride override = line.override();
        UnitPrice unitPrice = override == null ? entry.unitPrice() : override.unitPrice();
        if (unitPrice == null) {
            throw new UnpricedItemException(line.itemId());
        }
        Money amount = unitPrice.times(line.quantity(), EXTENSION_ROUNDING);
        return new ExtendedLine(line, entry.unitPrice(), unitPrice, book.taxRate(entry.taxCategory()), amount);
    }

    /** A line that knows what it costs, and not yet how much of that is tax. */
    record ExtendedLine(
            Cart.Line wanted,
            @Nullable UnitPrice regularUnitPrice,
            UnitPrice unitPrice,
            TaxRate taxRate,
            Money amount) {

        int number() {
            return wanted.number();
        }

        PricedCart.Line taxed(Money net, Money tax) {
            return new PricedCart.Line(wanted, regularUnitPrice, unitPrice, taxRate, amount, net, tax);
        }
    }

    /** The price book has no price for an item. */
    public static final class UnpricedItemException extends Exception {

        private final String itemId;

        UnpricedItemException(String itemId) {
            super("no price for item " + itemId);
            this.itemId = itemId;
        }

        public String itemId() {
            return itemId;
        }
    }
}
