package org.tillwright.core.promotion;

import static java.util.Objects.requireNonNull;

/**
 * A rule that lowers prices. It refuses nonsense when it is made, with one sentence that names it.
 *
 * @param priority lower goes first; of equal ones the smaller id
 * @param manufacturer true for a coupon that a manufacturer pays for: it works like a tender and leaves the tax as it is
 */
public record Promotion(
        String promotionId,
        int priority,
        Combining combining,
        Conditions conditions,
        ReturnPolicy returnPolicy,
        boolean manufacturer,
        Effect effect) {

    public Promotion {
        requireNonNull(promotionId, "promotionId");
        requireNonNull(combining, "combining");
        requireNonNull(returnPolicy, "returnPolicy");
        PromotionCheck.check(promotionId, conditions, effect);
    }

    /** A promotion that a shop pays for itself, with the goods coming back one by one at what was paid for them. */
    public static Promotion of(
            String promotionId, int priority, Combining combining, Conditions conditions, Effect effect) {
        return new Promotion(promotionId, priority, combining, conditions, ReturnPolicy.PRORATED, false, effect);
    }

    /** Whether a promotion shares its pieces with others. */
    public enum Combining {
        /** A piece that it counts is in no other promotion. */
        EXCLUSIVE,
        /** It takes its share of what the promotions before it left. */
        STACKING
    }

    /** What happens when goods of an applied promotion come back. */
    public enum ReturnPolicy {
        /** What was kept is priced anew without what came back; the customer gets the difference, never less than nothing. */
        CLAWBACK,
        /** Each piece comes back at what was paid for it. */
        PRORATED,
        /** The pieces of the promotion come back together or not at all. */
        ALL_OR_NOTHING
    }
}
