package org.tillwright.core.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Allocation;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.Taxable;
import org.tillwright.core.tax.Taxed;

/**
 * A line while it is being priced. All amounts in it are sizes in minor units, without a sign: those of a return are
 * turned at the end, so that a return mirrors its sale.
 */
final class OpenLine {

    private static final long WHOLE = 1_000_000;

    final Cart.Line wanted;
    final Quantity quantity;
    private final @Nullable UnitPrice regular;
    private final UnitPrice unitPrice;
    private final List<PricedCart.PricedModifier> modifiers;
    private final List<Portion> portions;
    private final List<Taken> taken = new ArrayList<>(2);
    private final boolean exact;
    private long list;
    private long left;

    OpenLine(
            Cart.Line wanted,
            Quantity quantity,
            @Nullable UnitPrice regular,
            UnitPrice unitPrice,
            List<PricedCart.PricedModifier> modifiers,
            List<Portion> portions,
            boolean exact) {
        this.wanted = wanted;
        this.quantity = quantity;
        this.regular = regular;
        this.unitPrice = unitPrice;
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

    boolean isReturn() {
        return wanted.kind() == Cart.Kind.RETURN;
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
        takePercent(source, id, ppm, Allocation.share(left, ppm, WHOLE));
    }

    /** As above, where the rounded amount is this line's part of a larger one. */
    void takePercent(Discount.Source source, String id, long ppm, long amount) {
        if (exact) {
            for (Portion portion : portions) {
                portion.keep(WHOLE - ppm);
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
        for (Portion portion : portions) {
            BigDecimal size = portion.taxable();
            taxables.add(new Taxable(
                    taxables.size(),
                    isReturn() ? size.negate() : size,
                    portion.quantity().decimal(),
                    portion.taxes()));
        }
    }

    /**
     * Closes the line with the tax of its portions.
     *
     * @param taxed where this line's portions begin at {@code first}
     */
    PricedCart.Line close(List<Taxed.Line> taxed, int first, boolean exempt) {
        Currency currency = unitPrice.currency();
        long net = 0;
        List<TaxLine> taxes = new ArrayList<>(portions.size());
        for (int i = 0; i < portions.size(); i++) {
            Taxed.Line portion = taxed.get(first + i);
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
        return new PricedCart.Line(wanted, quantity, regular, unitPrice, amounts, modifiers);
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
        return isReturn() ? -amount : amount;
    }

    private Money money(long minor) {
        return new Money(unitPrice.currency(), minor);
    }

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
