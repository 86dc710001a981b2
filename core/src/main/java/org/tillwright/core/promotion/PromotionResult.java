package org.tillwright.core.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What promotions did to a sale.
 *
 * @param applied those that took something off, in the order in which they did: by priority, then id
 * @param notApplied those that are near (an item of theirs is in the cart, or their coupon was given) and did nothing
 * @param coupons what the customer gets for a later sale
 * @param boundMinor how many minor units at most a better combination could still take off; 0 if there is none better
 */
public record PromotionResult(
        List<Applied> applied, List<NotApplied> notApplied, List<IssuedCoupon> coupons, long boundMinor) {

    /** What promotions do to an empty cart. */
    public static final PromotionResult NOTHING = new PromotionResult(List.of(), List.of(), List.of(), 0);

    public PromotionResult {
        applied = List.copyOf(applied);
        notApplied = List.copyOf(notApplied);
        coupons = List.copyOf(coupons);
    }

    /** Returns what all promotions took off, in minor units. */
    public long takenMinor() {
        long sum = 0;
        for (Applied promotion : applied) {
            sum = Math.addExact(sum, promotion.takenMinor());
        }
        return sum;
    }

    /**
     * One promotion that took something off.
     *
     * @param promotion the rule itself, with its return policy and whether a manufacturer pays for it
     * @param times how often it was applied: sets, or pieces, or 1 for what counts the whole sale
     * @param reductions what it took off which line, by line number; a line of a set that only counted is there with 0
     * @param whyNotMore why it was not applied once more, or null where nothing was left that it could have touched
     */
    public record Applied(
            Promotion promotion, long times, List<Reduction> reductions, @Nullable NotApplied whyNotMore) {

        public Applied {
            reductions = List.copyOf(reductions);
        }

        /** Returns what it took off the sale, in minor units. */
        public long takenMinor() {
            long sum = 0;
            for (Reduction reduction : reductions) {
                sum = Math.addExact(sum, reduction.takenMinor());
            }
            return sum;
        }
    }

    /**
     * What one promotion took off one line.
     *
     * @param pieces how many of the line's pieces it counted; 1 for a block
     * @param takenMinor never negative, never more than the line cost
     */
    public record Reduction(int lineNumber, long pieces, long takenMinor) {}

    /**
     * A promotion that did nothing, or not more, and why.
     *
     * @param missing what is short, for the reasons that say so, else 0
     */
    public record NotApplied(String promotionId, Reason reason, long missing) {}

    /** A coupon for a later sale, printed with this one. */
    public record IssuedCoupon(String promotionId, String couponCode) {}
}
