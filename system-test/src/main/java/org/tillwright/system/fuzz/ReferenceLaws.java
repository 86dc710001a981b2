package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.promotion.PromotionLine;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.core.promotion.Situation;
import org.tillwright.system.reference.PromotionOutcome;
import org.tillwright.system.reference.ReferencePricing;
import org.tillwright.system.reference.ReferencePromotions;
import org.tillwright.system.thrown.PricingCase;

/** Holds the engine against the reference. */
final class ReferenceLaws {

    private final long mostCombinations;

    /**
     * @param mostCombinations of promotions that are tried for one cart; carts with more are held against the laws alone
     */
    ReferenceLaws(long mostCombinations) {
        this.mostCombinations = mostCombinations;
    }

    @Nullable
    Violation broken(PricingCase one, PricedCart priced, Counts met) {
        Violation broken = promotionsBroken(one, priced, met);
        return broken != null ? broken : new LineLaws(one, priced).broken(met);
    }

    private @Nullable Violation promotionsBroken(PricingCase one, PricedCart priced, Counts met) {
        if (mostCombinations == 0
                || one.book().rules().promotions().promotions().isEmpty()) {
            return null;
        }
        List<PromotionLine> lines = new ArrayList<>();
        ReferencePricing reference = new ReferencePricing(one.cart(), one.book());
        for (Cart.Line line : one.cart().lines()) {
            lines.add(promotionLine(one.book(), line, reference));
        }
        PromotionOutcome told = outcome(priced.promotions());
        Optional<ReferencePromotions.Answer> answer = ReferencePromotions.judged(
                one.book().rules().promotions().promotions(), lines, situation(one), told, mostCombinations);
        if (answer.isEmpty()) {
            met.add("carts with more combinations than the reference tries");
            return null;
        }
        met.add("carts whose promotions the reference worked out");
        met.add("combinations the reference tried", answer.get().combinations());
        return compared(priced.promotions(), told, answer.get(), met);
    }

    /** Which of several equally good combinations is chosen is the engine's own affair. */
    private static @Nullable Violation compared(
            PromotionResult engine, PromotionOutcome told, ReferencePromotions.Answer reference, Counts met) {
        long taken = engine.takenMinor();
        if (taken > reference.takenMinor() || reference.takenMinor() > taken + engine.boundMinor()) {
            return new Violation(
                    "promotions take off as much as lawfully can be",
                    "the reference takes " + reference.takenMinor() + " by " + reference.best() + ", the engine "
                            + taken + " (at most " + engine.boundMinor() + " more) by " + told);
        }
        if (!reference.isLawful()) {
            return new Violation(
                    "what promotions say they did is lawful",
                    "the engine says " + told + ", one of the best is " + reference.best());
        }
        Set<String> issued = new TreeSet<>();
        engine.coupons().forEach(coupon -> issued.add(coupon.promotionId()));
        if (!issued.equals(reference.coupons())) {
            return new Violation(
                    "coupons for a next sale are issued from their threshold on",
                    "the engine issues " + issued + ", the reference " + reference.coupons());
        }
        met.add("carts whose promotions were within the told bound", taken < reference.takenMinor() ? 1 : 0);
        return null;
    }

    private static PromotionLine promotionLine(PriceBook book, Cart.Line line, ReferencePricing reference) {
        PriceBook.Entry entry = book.entries().get(line.itemId());
        PriceBook.Traits traits = entry == null ? PriceBook.Traits.NONE : entry.traits();
        boolean eligible =
                line.kind() == Cart.Kind.SALE && line.override() == null && !traits.deposit() && line.follows() == null;
        return new PromotionLine(
                line.number(),
                line.itemId(),
                traits.departmentId() == null ? "" : traits.departmentId(),
                new Quantity(reference.quantity(line).movePointRight(3).longValueExact()),
                traits.divisible(),
                reference.list(line),
                eligible);
    }

    private static Situation situation(PricingCase one) {
        var context = one.cart().context();
        return new Situation(
                context.at(),
                context.storeId(),
                context.customerGroups(),
                context.couponCodes(),
                context.tender(),
                context.usedByCustomer());
    }

    private static PromotionOutcome outcome(PromotionResult result) {
        SortedMap<String, PromotionOutcome.Applied> byPromotion = new TreeMap<>();
        for (PromotionResult.Applied applied : result.applied()) {
            SortedMap<Integer, PromotionOutcome.OnLine> byLine = new TreeMap<>();
            for (PromotionResult.Reduction reduction : applied.reductions()) {
                byLine.put(
                        reduction.lineNumber(),
                        new PromotionOutcome.OnLine(reduction.pieces(), reduction.takenMinor()));
            }
            byPromotion.put(applied.promotion().promotionId(), new PromotionOutcome.Applied(applied.times(), byLine));
        }
        return new PromotionOutcome(byPromotion);
    }
}
