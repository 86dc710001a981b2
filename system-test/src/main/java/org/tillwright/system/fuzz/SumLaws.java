package org.tillwright.system.fuzz;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.promotion.PromotionResult;

/** What must add up on every receipt, asked anew of the figures alone. */
final class SumLaws {

    private SumLaws() {}

    /** Returns the first sum that is not what it must be, or null. */
    static @Nullable Violation broken(PricedCart priced) {
        long net = 0;
        long tax = 0;
        Map<String, Long> taxes = new TreeMap<>();
        for (PricedCart.Line line : priced.lines()) {
            Violation ofLine = broken(line);
            if (ofLine != null) {
                return ofLine;
            }
            net += line.net().minor();
            tax += line.tax().minor();
            line.taxes()
                    .forEach(one -> taxes.merge(one.tax().taxId(), one.amount().minor(), Long::sum));
        }
        if (net != priced.net().minor() || tax != priced.tax().minor()) {
            return new Violation(
                    "lines sum to the whole",
                    "lines " + net + " + " + tax + ", whole " + priced.net() + " + " + priced.tax());
        }
        if (!priced.net().plus(priced.tax()).equals(priced.total())) {
            return new Violation(
                    "net + tax = total", priced.net() + " + " + priced.tax() + " is not " + priced.total());
        }
        Map<String, Long> told = new TreeMap<>();
        priced.taxLines()
                .forEach(one -> told.merge(one.tax().taxId(), one.amount().minor(), Long::sum));
        if (!told.equals(taxes)) {
            return new Violation("lines sum to each tax", "lines " + taxes + ", whole " + told);
        }
        return promotionsBroken(priced);
    }

    private static @Nullable Violation broken(PricedCart.Line line) {
        String where = "line " + line.wanted().number() + ": ";
        Money tax = line.net().minus(line.net());
        for (TaxLine one : line.taxes()) {
            tax = tax.plus(one.amount());
        }
        if (!tax.equals(line.tax()) || !line.net().plus(tax).equals(line.gross())) {
            return new Violation(
                    "net + tax = gross on a line",
                    where + line.net() + " + " + line.taxes() + " is not " + line.gross());
        }
        Money left = line.list();
        for (Discount discount : line.discounts()) {
            left = left.minus(discount.amount());
        }
        if (!left.equals(line.extended())) {
            return new Violation(
                    "list - discounts = shown", where + line.list() + " - " + line.discounts() + " is not " + left);
        }
        // What comes back by clawback is a difference of two prices, of which tax may make one larger than the other.
        SoldLine sold = line.wanted().sold();
        boolean isDifference = sold != null && sold.clawback() != null;
        // A fixed tax in a price may be more than the price; who owes none is then paid the difference.
        boolean stripped = line.discounts().stream().anyMatch(one -> one.source() == Discount.Source.EXEMPTION);
        boolean sale = !line.wanted().quantity().isNegative();
        boolean belowZero = sale && (left.isNegative() || line.list().isNegative());
        boolean aboveZero = !sale && !left.isZero() && !left.isNegative();
        return !stripped && !isDifference && (belowZero || aboveZero)
                ? new Violation("no line falls below zero", where + line.list() + " came to " + left)
                : null;
    }

    /** What promotions say they took is on the lines, to the cent; what a manufacturer pays is not. */
    private static @Nullable Violation promotionsBroken(PricedCart priced) {
        Map<String, Long> told = new TreeMap<>();
        for (PromotionResult.Applied applied : priced.promotions().applied()) {
            String id = applied.promotion().promotionId();
            if (!applied.promotion().manufacturer()) {
                applied.reductions()
                        .forEach(reduction -> add(told, id, reduction.lineNumber(), reduction.takenMinor()));
            }
        }
        Map<String, Long> onLines = new TreeMap<>();
        for (PricedCart.Line line : priced.lines()) {
            for (Discount discount : line.discounts()) {
                if (discount.source() == Discount.Source.PROMOTION
                        && line.wanted().sold() == null) {
                    add(
                            onLines,
                            discount.id(),
                            line.wanted().number(),
                            discount.amount().minor());
                }
            }
        }
        if (!told.equals(onLines)) {
            return new Violation("promotions are on the lines", "told " + told + ", on lines " + onLines);
        }
        return couponsBroken(priced);
    }

    /** A manufacturer pays what its coupon took, but for no line more than is still owed for it. */
    private static @Nullable Violation couponsBroken(PricedCart priced) {
        Map<Integer, Long> owed = new TreeMap<>();
        priced.lines()
                .forEach(line -> owed.put(
                        line.wanted().number(),
                        Math.max(0, line.net().minor() + line.tax().minor())));
        Map<String, Long> paid = new TreeMap<>();
        for (PromotionResult.Applied applied : priced.promotions().applied()) {
            if (applied.promotion().manufacturer()) {
                for (PromotionResult.Reduction reduction : applied.reductions()) {
                    long left = owed.getOrDefault(reduction.lineNumber(), 0L);
                    long part = Math.min(left, reduction.takenMinor());
                    owed.put(reduction.lineNumber(), left - part);
                    add(paid, applied.promotion().promotionId(), reduction.lineNumber(), part);
                }
            }
        }
        Map<String, Long> coupons = new TreeMap<>();
        priced.coupons().forEach(coupon -> coupon.ofLines()
                .forEach((line, amount) -> add(coupons, coupon.promotionId(), line, amount.minor())));
        return paid.equals(coupons)
                ? null
                : new Violation("manufacturers pay their coupons", "told " + paid + ", to tender " + coupons);
    }

    private static void add(Map<String, Long> sums, String id, int line, long minor) {
        if (minor != 0) {
            sums.merge(id + " on line " + line, minor, Long::sum);
        }
    }
}
