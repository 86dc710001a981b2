package org.tillwright.core.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Allocation;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.promotion.PromotionLine;
import org.tillwright.core.tax.Taxable;
import org.tillwright.core.tax.Taxed;

/**
 * A line while it is being priced. All amounts in it are sizes in minor units, without a sign: those of a return are
 * turned at the end, so that a return mirrors its sale.
 */
final class OpenLine {

    final Cart.Line wanted;
    private final PriceBook.Traits traits;
    private final Price price;
    private final List<PricedCart.PricedModifier> modifiers;
    private final List<Portion> portions;
    private final List<Taken> taken = new ArrayList<>(2);
    private final boolean exact;
    private long list;
    private long left;
    private int firstTaxable;

    /**
     * Opens a line.
     *
     * @param exact true if the tax of all portions is worked out of amounts that are not rounded
     */
    OpenLine(
            Cart.Line wanted,
            PriceBook.Traits traits,
            Price price,
            List<PricedCart.PricedModifier> modifiers,
            List<Portion> portions,
            boolean exact) {
        this.wanted = wanted;
        this.traits = traits;
        this.price = price;
        this.modifiers = modifiers;
        this.portions = portions;
        this.exact = exact;
        for (Portion portion : portions) {
            list = Math.addExact(list, portion.left());
        }
        left = list;
    }

    long left() {
        return left;
    }

    boolean isSale() {
        return wanted.kind() == Cart.Kind.SALE;
    }

    /** Nothing is ever taken off a deposit. */
    boolean isDiscountable() {
        return !isDeposit();
    }

    private boolean isDeposit() {
        return traits.deposit() || wanted.follows() != null;
    }

    /** Returns this line as promotions see it. */
    PromotionLine promotable() {
        String departmentId = traits.departmentId();
        return new PromotionLine(
                wanted.number(),
                wanted.itemId(),
                departmentId == null ? "" : departmentId,
                price.quantity(),
                traits.divisible(),
                left,
                isSale() && !isDeposit() && wanted.override() == null);
    }

    /** Takes an amount off, spread over the portions by largest remainder; no more than is left. */
    void takeOff(Discount.Source source, String id, long amount) {
        long size = Math.min(amount, left);
        if (size > 0) {
            taken.add(new Taken(source, id, false, size));
            takeWhole(size, true);
        }
    }

    /** Takes a percentage of what is left off: its rounded amount, and exactly so where the tax is worked out exactly. */
    void takePercent(Discount.Source source, String id, long ppm) {
        takePercent(source, id, ppm, Allocation.share(left, ppm, Rate.WHOLE));
    }

    /** As above, where the rounded amount is this line's part of a larger one. */
    void takePercent(Discount.Source source, String id, long ppm, long amount) {
        if (exact) {
            for (Portion portion : portions) {
                portion.keep(Rate.WHOLE - ppm);
            }
        }
        taken.add(new Taken(source, id, true, amount));
        takeWhole(amount, false);
    }

    private void takeWhole(long amount, boolean fromExact) {
        left -= amount;
        if (portions.size() == 1) {
            portions.get(0).take(amount, fromExact);
            return;
        }
        long[] weights = new long[portions.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = portions.get(i).left();
        }
        long[] parts = Allocation.spread(amount, weights);
        for (int i = 0; i < parts.length; i++) {
            portions.get(i).take(parts[i], fromExact);
        }
    }

    /** Adds what is to be taxed to {@code taxables}, each under its place in that list. */
    void addTaxables(List<Taxable> taxables) {
        firstTaxable = taxables.size();
        for (Portion portion : portions) {
            BigDecimal size = portion.taxable();
            taxables.add(new Taxable(
                    taxables.size(),
                    isSale() ? size : size.negate(),
                    portion.quantity().decimal(),
                    portion.taxes()));
        }
    }

    /** Closes the line with the tax on what {@link #addTaxables} added. */
    PricedCart.Line close(Taxed taxed, boolean exempt) {
        Currency currency = price.unit().currency();
        long net = 0;
        List<TaxLine> taxes = new ArrayList<>(portions.size());
        for (int i = 0; i < portions.size(); i++) {
            Taxed.Line portion = taxed.lines().get(firstTaxable + i);
            net = Math.addExact(net, portion.netMinor());
            for (Taxed.Part part : portion.parts()) {
                TaxSums.add(taxes, part.tax(), part.baseMinor(), part.taxMinor(), currency);
            }
        }
        if (exact) {
            showAsTaxed(signed(net));
        }
        // tax in the price, which an exempt customer does not pay, is told as what it is to them: less to pay
        long strippedTax = exempt && !exact ? Math.subtractExact(signed(left), net) : 0;
        LineAmounts amounts = new LineAmounts(money(signed(list)), discounts(strippedTax), money(net), taxes);
        return new PricedCart.Line(wanted, price.quantity(), price.regular(), price.unit(), amounts, modifiers);
    }

    /**
     * Where exact amounts were summed before they were rounded, a line's part of the net can be a minor unit from its own
     * rounded amount. The line then shows its part, so that the lines on a receipt sum to its net: the percentages that
     * were taken off are told so much smaller or larger, the last one first, and only without any the list amount is.
     */
    private void showAsTaxed(long net) {
        long more = Math.subtractExact(net, left);
        for (int i = taken.size() - 1; i >= 0 && more != 0; i--) {
            more = taken.get(i).tellLess(more);
        }
        list = Math.addExact(list, more);
    }

    private List<Discount> discounts(long strippedTax) {
        if (taken.isEmpty() && strippedTax == 0) {
            return List.of();
        }
        List<Discount> discounts = new ArrayList<>(taken.size() + 1);
        for (Taken each : taken) {
            if (each.amount != 0) {
                discounts.add(new Discount(each.source, each.id, money(signed(each.amount))));
            }
        }
        if (strippedTax != 0) {
            discounts.add(new Discount(Discount.Source.EXEMPTION, "", money(strippedTax)));
        }
        return discounts;
    }

    private long signed(long amount) {
        return isSale() ? amount : -amount;
    }

    private Money money(long minor) {
        return new Money(price.unit().currency(), minor);
    }

    /**
     * What one unit costs, and how many there are.
     *
     * @param quantity as wanted, or what follows from a label
     * @param regular the book's price, null when the book has none
     * @param unit the price that counts, without modifiers
     */
    record Price(Quantity quantity, @Nullable UnitPrice regular, UnitPrice unit) {}

    /** An amount that was taken off. One of nothing is kept until the end, because a percentage may yet tell a cent. */
    private static final class Taken {

        private final Discount.Source source;
        private final String id;
        private final boolean isPercentage;
        private long amount;

        Taken(Discount.Source source, String id, boolean isPercentage, long amount) {
            this.source = source;
            this.id = id;
            this.isPercentage = isPercentage;
            this.amount = amount;
        }

        /** Tells a percentage as {@code less} smaller, or larger where that is negative; returns what it cannot tell. */
        long tellLess(long less) {
            if (!isPercentage) {
                return less;
            }
            long told = Math.max(0, Math.subtractExact(amount, less));
            long rest = less - (amount - told);
            amount = told;
            return rest;
        }
    }
}
