package org.tillwright.system.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.system.thrown.PricingCase;

/** What an operator takes off a whole sale is on its lines, all of it, and never on a deposit. */
final class SpreadLaws {

    private SpreadLaws() {}

    /** Returns the first discount that is spread wrongly, or null. */
    static @Nullable Violation broken(PricingCase one, PricedCart priced, Counts met) {
        Map<String, Long> spread = new TreeMap<>();
        long left = 0;
        for (PricedCart.Line line : priced.lines()) {
            boolean open = isDiscountable(line.wanted(), one.book());
            if (!open && line.discounts().stream().anyMatch(SpreadLaws::isByHand)) {
                return new Violation(
                        "a deposit takes no discount", "line " + line.wanted().number() + " has " + line.discounts());
            }
            for (Discount discount : line.discounts()) {
                if (discount.source() == Discount.Source.SALE) {
                    spread.merge(discount.id(), discount.amount().minor(), Long::sum);
                }
            }
            left += open && line.wanted().kind() == Cart.Kind.SALE
                    ? line.extended().minor()
                            - mostThatRoundingGives(line, one.book().taxPolicy())
                    : 0;
        }
        return amountsBroken(one.cart().discounts(), spread, left, met);
    }

    private static boolean isDiscountable(Cart.Line line, PriceBook book) {
        PriceBook.Entry entry = book.entries().get(line.itemId());
        return line.follows() == null && entry != null && !entry.traits().deposit() && line.sold() == null;
    }

    /**
     * Amounts are taken off rounded list amounts. Where taxes are rounded for the whole, a line shows its share of the exact
     * sum, which may be more by half a minor unit for the item and for each choice of modifiers, and one for the share.
     */
    private static long mostThatRoundingGives(PricedCart.Line line, TaxPolicy policy) {
        return policy.level() == TaxPolicy.Level.PER_TOTAL
                ? 2 + line.wanted().modifiers().size()
                : 0;
    }

    private static boolean isByHand(Discount discount) {
        return discount.source() == Discount.Source.LINE || discount.source() == Discount.Source.SALE;
    }

    /** An amount is taken whole, unless that leaves nothing to take from. */
    private static @Nullable Violation amountsBroken(
            List<ManualDiscount> discounts, Map<String, Long> spread, long left, Counts met) {
        for (ManualDiscount discount : discounts) {
            if (discount.amount() != null) {
                long whole = discount.amount().minor();
                long taken = spread.getOrDefault(discount.discountId(), 0L);
                met.add("sale discounts spread");
                if (taken > whole || (taken < whole && left > 0)) {
                    return new Violation(
                            "spread = whole",
                            "discount " + discount.discountId() + " of " + whole + " came to " + taken
                                    + " on the lines, " + left + " was left");
                }
            }
        }
        return null;
    }
}
