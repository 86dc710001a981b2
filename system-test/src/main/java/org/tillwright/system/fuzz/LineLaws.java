package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.system.reference.ReferencePricing;
import org.tillwright.system.thrown.PricingCase;

/** Holds each line's price, discounts and taxes against the reference, given what promotions took off it. */
final class LineLaws {

    private final PricingCase one;
    private final PricedCart priced;
    private final ReferencePricing reference;

    LineLaws(PricingCase one, PricedCart priced) {
        this.one = one;
        this.priced = priced;
        this.reference = new ReferencePricing(one.cart(), one.book());
    }

    /** Returns the first figure that the reference has otherwise, or null. */
    @Nullable
    Violation broken(Counts met) {
        for (PricedCart.Line line : priced.lines()) {
            Cart.Line wanted = line.wanted();
            long list = reference.list(wanted);
            // Where amounts are not rounded before their tax, the list amount may be told a minor unit otherwise.
            boolean isTold = wanted.labelTotal() == null && reference.isExact(wanted);
            if (!isTold && Math.abs(line.list().minor()) != list) {
                return new Violation(
                        "list amounts are the reference's",
                        "line " + wanted.number() + ": engine " + line.list() + ", reference " + list);
            }
        }
        return amountsBroken(promoted(), met);
    }

    private @Nullable Violation amountsBroken(Map<Integer, List<Long>> promoted, Counts met) {
        Map<Integer, ReferencePricing.Amounts> worked = reference.worked(promoted);
        TaxPolicy policy = one.book().taxPolicy();
        boolean exempt = one.cart().context().taxExempt();
        boolean keeps = policy.exemption() == TaxPolicy.Exemption.KEEP_GROSS;
        Map<Integer, Long> owed =
                !exempt ? Map.of() : keeps ? reference.prices(promoted) : reference.stripped(promoted);
        for (PricedCart.Line line : priced.lines()) {
            int number = line.wanted().number();
            ReferencePricing.Amounts amounts = worked.get(number);
            if (amounts == null) {
                return new Violation("every line is priced", "line " + number);
            }
            Violation broken = exempt ? exemptBroken(line, owed.getOrDefault(number, 0L)) : taxesBroken(line, amounts);
            if (broken != null) {
                return broken;
            }
        }
        met.add("carts worked out by the reference, " + policy.level());
        return null;
    }

    /** What promotions took, one after another: a line of several taxes spreads each over its parts. */
    private Map<Integer, List<Long>> promoted() {
        Map<Integer, List<Long>> promoted = new TreeMap<>();
        for (PromotionResult.Applied applied : priced.promotions().applied()) {
            if (!applied.promotion().manufacturer()) {
                applied.reductions()
                        .forEach(one1 -> promoted.computeIfAbsent(one1.lineNumber(), number -> new ArrayList<>())
                                .add(one1.takenMinor()));
            }
        }
        return promoted;
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
    private static @Nullable Violation exemptBroken(PricedCart.Line line, long owed) {
        return line.gross().minor() == owed && line.net().minor() == owed
                ? null
                : new Violation(
                        "exempt customers pay what the policy says",
                        "line " + line.wanted().number() + ": engine " + line.net() + " and " + line.tax()
                                + " tax, reference " + owed);
    }
}
