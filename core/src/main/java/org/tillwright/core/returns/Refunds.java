package org.tillwright.core.returns;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;

/**
 * What goods are worth when they come back with their receipt. By cumulative rounding: what was paid for all that has then
 * come back, less what was paid for all that came back before. So any returns in any order sum to what was paid, for each
 * line, each tax and each discount.
 */
public final class Refunds {

    private Refunds() {}

    /**
     * Returns what of {@link SoldLine#worthOf} goes back to manufacturers, and not to the customer: the part of the line
     * that their coupons paid, by cumulative rounding.
     *
     * @param coupons what manufacturers paid of the whole sold line
     */
    public static Money toManufacturers(Money coupons, SoldLine sold, Quantity back) {
        long of = sold.quantity().milli();
        long before = sold.returned().milli();
        return LineAmounts.share(coupons, Math.addExact(before, back.milli()), of)
                .minus(LineAmounts.share(coupons, before, of));
    }

    /**
     * Says for each line that comes back what it was sold for, to be put on the cart of the return.
     *
     * <p>Where a promotion of the sale is one that is taken back, the whole sale is: what stays is priced anew, with that
     * sale's book and at its moment, and the goods are worth what was paid less that.
     *
     * @param back how much comes back, by line number of the sale; more than is left of a line is a bug
     * @throws NotReturnableException if goods that come back together or not at all come back in part
     */
    public static Map<Integer, SoldLine> lines(SoldSale sale, Map<Integer, Quantity> back)
            throws NotReturnableException {
        requireSold(sale, back);
        Together.require(sale, back);
        if (sale.groups().stream().anyMatch(group -> group.policy() == ReturnPolicy.CLAWBACK)) {
            return clawedBack(sale, back);
        }
        Map<Integer, SoldLine> worth = new TreeMap<>(sale.lines());
        worth.keySet().retainAll(back.keySet());
        return worth;
    }

    private static void requireSold(SoldSale sale, Map<Integer, Quantity> back) {
        if (!sale.lines().keySet().containsAll(back.keySet())) {
            throw new IllegalArgumentException("lines come back that were not sold: " + back.keySet());
        }
        back.forEach((number, more) -> requireNonNull(sale.lines().get(number)).requireLeft(more));
    }

    private static Map<Integer, SoldLine> clawedBack(SoldSale sale, Map<Integer, Quantity> back) {
        // a fixed tax above the price can make goods cost less than nothing: nobody is paid to keep them
        LineAmounts least =
                dearer(kept(sale, back), LineAmounts.nothing(sale.book().currency()));
        LineAmounts refunded = sale.refunded();
        Map<Integer, SoldLine> worth = new TreeMap<>();
        Map<Integer, Quantity> soFar = new TreeMap<>();
        for (Map.Entry<Integer, Quantity> line : new TreeMap<>(back).entrySet()) {
            soFar.put(line.getKey(), line.getValue());
            LineAmounts stays = soFar.size() == back.size() ? least : dearer(kept(sale, soFar), least);
            LineAmounts clawback = clawback(sale.paid(), stays, refunded);
            refunded = refunded.plus(clawback);
            worth.put(
                    line.getKey(),
                    requireNonNull(sale.lines().get(line.getKey())).withClawback(clawback));
        }
        return worth;
    }

    /**
     * Paid less what the kept goods cost by themselves, less what was refunded before; never less than nothing. Where that
     * is nothing to pay back, net and tax may still move: what is all back must leave neither in the books.
     */
    private static LineAmounts clawback(LineAmounts paid, LineAmounts kept, LineAmounts refunded) {
        LineAmounts back = paid.minus(kept).minus(refunded);
        return back.gross().isNegative() ? back.asNothing() : back.withoutEmptyTaxes();
    }

    /**
     * Of goods that come back on one receipt the first may leave some that cost less than what is left in the end: a
     * threshold that is still reached. Only the end counts, or a receipt would give back more than the rule allows.
     */
    private static LineAmounts dearer(LineAmounts one, LineAmounts other) {
        return one.gross().minor() >= other.gross().minor() ? one : other;
    }

    /** What the goods that stay cost by themselves, at the sale's prices and promotions. */
    private static LineAmounts kept(SoldSale sale, Map<Integer, Quantity> back) {
        Cart kept = sale.kept(back);
        LineAmounts sum = LineAmounts.nothing(sale.book().currency());
        try {
            for (PricedCart.Line line : PricingEngine.price(kept, sale.book()).lines()) {
                sum = sum.plus(line.amounts().withoutDetails());
            }
        } catch (UnpricedItemException e) {
            throw new IllegalArgumentException("the book of the sale has no price for item " + e.itemId(), e);
        }
        return sum;
    }

    /** Goods of a promotion come back together or not at all, and only some of them are there. */
    public static final class NotReturnableException extends Exception {

        private final String promotionId;

        NotReturnableException(String promotionId) {
            super("the goods of promotion " + promotionId + " come back together or not at all");
            this.promotionId = promotionId;
        }

        public String promotionId() {
            return promotionId;
        }
    }
}
