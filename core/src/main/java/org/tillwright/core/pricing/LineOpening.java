package org.tillwright.core.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** Gives each line its list amount: by hand, by label, by price list or by base price, with its modifiers. */
final class LineOpening {

    /** How unit price times quantity becomes cents: a half goes away from zero, for sales and returns alike. */
    private static final RoundingMode EXTENSION_ROUNDING = RoundingMode.HALF_UP;

    private final PriceBook book;
    private final Cart cart;
    private final Map<String, Long> together;

    private LineOpening(Cart cart, PriceBook book) {
        this.cart = cart;
        this.book = book;
        this.together = book.rules().priceLists().isEmpty() ? Map.of() : quantitiesTogether(cart);
    }

    /** Opens all lines that are priced now: not those that come back with their receipt. */
    static List<OpenLine> open(Cart cart, PriceBook book) throws UnpricedItemException {
        LineOpening opening = new LineOpening(cart, book);
        List<OpenLine> open = new ArrayList<>(cart.lines().size());
        for (Cart.Line line : cart.lines()) {
            if (line.sold() == null) {
                PriceBook.Entry entry = book.entries().get(line.itemId());
                if (entry == null) {
                    throw new UnpricedItemException(line.itemId());
                }
                open.add(opening.open(line, entry));
            }
        }
        return open;
    }

    private OpenLine open(Cart.Line line, PriceBook.Entry entry) throws UnpricedItemException {
        UnitPrice regular = regularPrice(line, entry);
        UnitPrice price = priceOf(line, regular);
        Quantity quantity = quantityOf(line, entry, price);
        Money label = line.labelTotal();
        requireCurrency(line, price, label);
        OpenLine.Price opened = new OpenLine.Price(quantity, regular, price);
        List<Tax> taxes = book.taxes().taxesOf(entry.taxCategory(), line.serviceMode());
        Portion item =
                label == null ? portion(taxes, quantity, price) : Portion.rounded(taxes, quantity, label.minor());
        if (line.modifiers().isEmpty() && entry.traits().modifierGroupIds().isEmpty()) {
            return new OpenLine(line, entry.traits(), opened, List.of(), List.of(item), isExact(taxes));
        }
        CartCheck.requireModifiers(line, entry, book);
        List<Portion> portions = new ArrayList<>(List.of(item));
        List<PricedCart.PricedModifier> modifiers = new ArrayList<>();
        for (ModifierGroup.Choice choice : line.modifiers()) {
            ModifierGroup.Modifier modifier = CartCheck.modifier(choice, book);
            Quantity times = new Quantity(Math.multiplyExact(quantity.milli(), (long) choice.count()));
            Portion portion = portion(taxesOf(modifier, line, entry), times, modifier.unitPrice());
            long amount = line.kind() == Cart.Kind.RETURN ? -portion.left() : portion.left();
            modifiers.add(
                    new PricedCart.PricedModifier(choice, modifier.unitPrice(), new Money(book.currency(), amount)));
            add(portions, portion);
        }
        boolean exact = true;
        for (Portion portion : portions) {
            exact &= isExact(portion.taxes());
        }
        if (!exact) {
            portions.forEach(Portion::round);
        }
        return new OpenLine(line, entry.traits(), opened, modifiers, portions, exact);
    }

    private void requireCurrency(Cart.Line line, UnitPrice price, @Nullable Money label) {
        boolean mixed = label != null && !label.currency().equals(book.currency());
        if (mixed || !price.currency().equals(book.currency())) {
            throw new IllegalArgumentException(
                    "mixed currencies: line " + line.number() + " costs " + (mixed ? label : price) + " in a sale of "
                            + book.currency().code());
        }
    }

    private List<Tax> taxesOf(ModifierGroup.Modifier modifier, Cart.Line line, PriceBook.Entry entry) {
        String category = modifier.taxCategory();
        ServiceMode mode = modifier.serviceMode();
        return book.taxes()
                .taxesOf(category == null ? entry.taxCategory() : category, mode == null ? line.serviceMode() : mode);
    }

    private Portion portion(List<Tax> taxes, Quantity quantity, UnitPrice price) {
        Quantity size = quantity.isNegative() ? quantity.negated() : quantity;
        long amount = price.times(size, EXTENSION_ROUNDING).minor();
        return isExact(taxes)
                ? Portion.exact(taxes, quantity, price, size, amount)
                : Portion.rounded(taxes, quantity, amount);
    }

    /** Adds a modifier to the item, which is the first of them, or to modifiers that bear its taxes, or by itself. */
    private static void add(List<Portion> portions, Portion more) {
        if (portions.get(0).taxes().equals(more.taxes())) {
            portions.get(0).addWithItem(more);
            return;
        }
        for (Portion portion : portions) {
            if (portion.taxes().equals(more.taxes())) {
                portion.add(more);
                return;
            }
        }
        portions.add(more);
    }

    private static UnitPrice priceOf(Cart.Line line, @Nullable UnitPrice regular) throws UnpricedItemException {
        PriceOverride override = line.override();
        if (override != null) {
            return override.unitPrice();
        }
        if (regular != null) {
            return regular;
        }
        Money label = line.labelTotal();
        if (label == null) {
            throw new UnpricedItemException(line.itemId());
        }
        return perUnit(label, line.quantity());
    }

    private @Nullable UnitPrice regularPrice(Cart.Line line, PriceBook.Entry entry) {
        PriceLists lists = book.rules().priceLists();
        if (lists.isEmpty()) {
            return entry.unitPrice();
        }
        long own = line.labelTotal() == null ? Math.abs(line.quantity().milli()) : 0;
        boolean alone = line.kind() == Cart.Kind.RETURN || line.labelTotal() != null;
        long quantity = alone ? own : together.getOrDefault(line.itemId(), own);
        return lists.priceOf(line.itemId(), entry.unitPrice(), quantity, cart.context());
    }

    /** Measured goods with a label have the quantity that their label and price come to; all others are counted. */
    private static Quantity quantityOf(Cart.Line line, PriceBook.Entry entry, UnitPrice price) {
        Money label = line.labelTotal();
        if (label == null || !entry.traits().divisible() || price.micro() == 0) {
            return line.quantity();
        }
        long milli = quantityFor(label, price).milli();
        return new Quantity(line.kind() == Cart.Kind.RETURN ? -milli : milli);
    }

    /** Returns how much costs what a label says, to the thousandth of a unit, and never nothing. */
    static Quantity quantityFor(Money label, UnitPrice price) {
        if (price.micro() == 0) {
            throw new IllegalArgumentException("goods for nothing have no quantity that follows from a label");
        }
        long milli = label.decimal()
                .movePointRight(3)
                .divide(price.decimal(), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Quantity(Math.max(milli, 1));
    }

    private static UnitPrice perUnit(Money label, Quantity quantity) {
        BigDecimal units = quantity.decimal().abs();
        return new UnitPrice(
                label.currency(),
                label.decimal()
                        .divide(units, 6, RoundingMode.HALF_UP)
                        .movePointRight(6)
                        .longValueExact());
    }

    private static Map<String, Long> quantitiesTogether(Cart cart) {
        Map<String, Long> together = new HashMap<>();
        for (Cart.Line line : cart.lines()) {
            // How much a label's goods are follows from their price, so their price cannot depend on how much they are.
            if (line.kind() == Cart.Kind.SALE && line.labelTotal() == null) {
                together.merge(line.itemId(), line.quantity().milli(), Math::addExact);
            }
        }
        return together;
    }

    /** True if amounts are not rounded before their tax: where each tax is rounded once, and none is in the price. */
    private boolean isExact(List<Tax> taxes) {
        if (book.taxPolicy().level() != TaxPolicy.Level.PER_TOTAL) {
            return false;
        }
        for (Tax tax : taxes) {
            if (tax.inPrice()) {
                return false;
            }
        }
        return !taxes.isEmpty();
    }
}
