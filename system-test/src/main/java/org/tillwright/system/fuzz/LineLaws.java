package org.tillwright.system.fuzz;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.system.reference.ReferencePricing;

/** Holds each line's price, discounts and taxes against the reference, given what promotions took off it. */
final class LineLaws {

    private final PricingCase one;
    private final PricedCart priced;
    private final ReferencePricing reference;
    private final boolean perLine;

    LineLaws(PricingCase one, PricedCart priced) {
        this.one = one;
        this.priced = priced;
        this.reference = new ReferencePricing(one.cart(), one.book());
        this.perLine = one.book().taxPolicy().level() == TaxPolicy.Level.PER_LINE;
    }

    /** Returns the first figure that the reference has otherwise, or null. */
    @Nullable
    Violation broken(Counts met) {
        Map<Integer, Long> left = new TreeMap<>();
        for (PricedCart.Line line : priced.lines()) {
            Cart.Line wanted = line.wanted();
            if (!reference.isTaxedAlike(wanted)) {
                met.add("carts with modifiers taxed otherwise: laws only");
                return null;
            }
            long list = reference.list(wanted);
            if (!perLine && !reference.isWhole(wanted)) {
                met.add("carts of fractions of a cent taxed per total: laws only");
                return null;
            }
            if (Math.abs(line.list().minor()) != list) {
                return new Violation(
                        "list amounts are the reference's",
                        "line " + wanted.number() + ": engine " + line.list() + ", reference " + list);
            }
            left.put(wanted.number(), list - Math.abs(byPromotions(line)));
        }
        return perLine ? discountsBroken(left, met) : null;
    }

    private @Nullable Violation discountsBroken(Map<Integer, Long> left, Counts met) {
        boolean exempt = one.cart().context().taxExempt();
        Map<Integer, Long> discounted = reference.discounted(left);
        for (PricedCart.Line line : priced.lines()) {
            long size = discounted.getOrDefault(line.wanted().number(), 0L);
            ReferencePricing.Amounts amounts = reference.perLine(line.wanted(), size);
            Violation broken = exempt ? exemptBroken(line, amounts) : taxesBroken(line, amounts);
            if (broken != null) {
                return broken;
            }
        }
        met.add("carts whose lines the reference worked out");
        return null;
    }

    private static @Nullable Violation taxesBroken(PricedCart.Line line, ReferencePricing.Amounts amounts) {
        Map<String, Long> taxes = new TreeMap<>();
        Map<String, Long> bases = new TreeMap<>();
        line.taxes().forEach(tax -> taxes.put(tax.tax().taxId(), tax.amount().minor()));
        line.taxes().forEach(tax -> bases.put(tax.tax().taxId(), tax.base().minor()));
        ReferencePricing.Amounts engine =
                new ReferencePricing.Amounts(line.extended().minor(), line.net().minor(), taxes, bases);
        return engine.equals(amounts)
                ? null
                : new Violation(
                        "discounts and taxes are the reference's",
                        "line " + line.wanted().number() + ": engine " + engine + ", reference " + amounts);
    }

    /** Who owes no tax pays the net, or the price as it stands: the policy says which. */
    private @Nullable Violation exemptBroken(PricedCart.Line line, ReferencePricing.Amounts amounts) {
        boolean strip = one.book().taxPolicy().exemption() == TaxPolicy.Exemption.STRIP_TAX;
        long owed = strip ? amounts.net() : amounts.shown();
        return line.gross().minor() == owed && line.net().minor() == owed
                ? null
                : new Violation(
                        "exempt customers pay what the policy says",
                        "line " + line.wanted().number() + ": engine " + line.net() + " and " + line.tax()
                                + " tax, reference " + owed);
    }

    private static long byPromotions(PricedCart.Line line) {
        return line.discounts().stream()
                .filter(one -> one.source() == Discount.Source.PROMOTION)
                .mapToLong(one -> one.amount().minor())
                .sum();
    }
}
