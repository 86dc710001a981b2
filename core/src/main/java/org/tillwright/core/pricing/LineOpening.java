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
import org.tillwright.core.pricing.OpenLine.Portion;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** Gives each line its list amount: by hand, by label, by price list or by base price, with its modifiers. */
final class LineOpening {

    private final PriceBook book;
    private final Cart cart;
    private final Map<String, Long> together;

    LineOpening(Cart cart, PriceBook book) {
        this.cart = cart;
        this.book = book;
        this.together = book.rules().priceLists().isEmpty() ? Map.of() : quantitiesTogether(cart);
    }

    OpenLine open(Cart.Line line, PriceBook.Entry entry) throws UnpricedItemException {
        UnitPrice regular = regularPrice(line, entry);
        Money label = line.labelTotal();
        UnitPrice price = priceOf(line, regular);
        Quantity quantity = quantityOf(line, entry, price);
        Quantity size = sizeOf(quantity);
        List<Tax> taxes = book.taxes().taxesOf(entry.taxCategory(), line.serviceMode());
        boolean exact = label == null && isExact(taxes);
        long amount = label == null ? OpenLine.extended(price, size) : label.minor();
        Portion item = new Portion(taxes, quantity, amount, exact ? exactMinor(price, size) : null);
        if (line.modifiers().isEmpty() && entry.traits().modifierGroupIds().isEmpty()) {
            return new OpenLine(line, quantity, regular, price, List.of(), List.of(item), exact);
        }
        CartCheck.requireModifiers(line, entry, book);
        return withModifiers(line, entry, regular, price, quantity, item);
    }

    private OpenLine withModifiers(
            Cart.Line line,
            PriceBook.Entry entry,
            @Nullable UnitPrice regular,
            UnitPrice price,
            Quantity quantity,
            Portion item) {
        List<Portion> portions = new ArrayList<>(List.of(item));
        List<PricedCart.PricedModifier> priced = new ArrayList<>();
        boolean exact = item.exact != null;
        for (ModifierGroup.Choice choice : line.modifiers()) {
            ModifierGroup.Modifier modifier = CartCheck.modifier(choice, book);
            Quantity times = new Quantity(Math.multiplyExact(quantity.milli(), (long) choice.count()));
            Quantity size = sizeOf(times);
            long amount = OpenLine.extended(modifier.unitPrice(), size);
            priced.add(new PricedCart.PricedModifier(
                    choice,
                    modifier.unitPrice(),
                    new Money(book.currency(), line.kind() == Cart.Kind.RETURN ? -amount : amount)));
            List<Tax> taxes = book.taxes()
                    .taxesOf(
                            modifier.taxCategory() == null ? entry.taxCategory() : modifier.taxCategory(),
                            modifier.serviceMode() == null ? line.serviceMode() : modifier.serviceMode());
            exact &= isExact(taxes);
            add(portions, taxes, times, amount, isExact(taxes) ? exactMinor(modifier.unitPrice(), size) : null);
        }
        if (!exact) {
            portions.forEach(portion -> portion.exact = null);
        }
        return new OpenLine(line, quantity, regular, price, priced, portions, exact);
    }

    private static void add(
            List<Portion> portions, List<Tax> taxes, Quantity times, long amount, @Nullable BigDecimal exact) {
        for (Portion portion : portions) {
            if (portion.taxes.equals(taxes)) {
                portion.add(amount, exact);
                return;
            }
        }
        portions.add(new Portion(taxes, times, amount, exact));
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
        long own = Math.abs(line.quantity().milli());
        long quantity = line.kind() == Cart.Kind.RETURN ? own : together.getOrDefault(line.itemId(), own);
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
            if (line.kind() == Cart.Kind.SALE) {
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

    private static BigDecimal exactMinor(UnitPrice price, Quantity size) {
        return price.decimal()
                .multiply(size.decimal())
                .movePointRight(price.currency().digits());
    }

    private static Quantity sizeOf(Quantity quantity) {
        return quantity.isNegative() ? quantity.negated() : quantity;
    }
}
