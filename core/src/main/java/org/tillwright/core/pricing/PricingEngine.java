package org.tillwright.core.pricing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxCalculator;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.core.tax.Taxable;
import org.tillwright.core.tax.Taxed;

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
        List<Taxable> taxable = new ArrayList<>();
        for (ExtendedLine line : extended) {
            Tax tax = line.taxRate().placed(book.taxPolicy().placement());
            taxable.add(Taxable.of(line.number(), line.amount(), line.wanted().quantity(), List.of(tax)));
        }
        Taxed taxed = TaxCalculator.of(book.currency(), book.taxPolicy()).tax(taxable);
        return priced(extended, taxed, book.currency());
    }

    private static PricedCart priced(List<ExtendedLine> extended, Taxed taxed, Currency currency) {
        List<PricedCart.Line> lines = new ArrayList<>();
        Map<String, PricedCart.TaxLine> taxLines = new TreeMap<>();
        for (int i = 0; i < extended.size(); i++) {
            Taxed.Line line = taxed.lines().get(i);
            PricedCart.Line priced =
                    extended.get(i).taxed(new Money(currency, line.netMinor()), new Money(currency, line.taxMinor()));
            lines.add(priced);
            taxLines.merge(
                    priced.taxRate().taxRateId(),
                    new PricedCart.TaxLine(priced.taxRate(), priced.net(), priced.tax(), priced.gross()),
                    PricingEngine::sum);
        }
        Money net = new Money(currency, taxed.netMinor());
        Money tax = new Money(currency, taxed.taxMinor());
        Money gross = new Money(currency, taxed.grossMinor());
        return new PricedCart(lines, List.copyOf(taxLines.values()), net, tax, gross);
    }

    private static PricedCart.TaxLine sum(PricedCart.TaxLine one, PricedCart.TaxLine other) {
        return new PricedCart.TaxLine(
                one.taxRate(),
                one.net().plus(other.net()),
                one.tax().plus(other.tax()),
                one.gross().plus(other.gross()));
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
