package org.tillwright.core.promotion;

import java.util.List;

/**
 * Finds the lawful combination of promotions that takes most off a sale. The same index, lines and situation give the same
 * answer on every machine; docs/promotions.md says what is lawful and what is best.
 */
public final class PromotionEngine {

    private PromotionEngine() {}

    /**
     * Applies the promotions of {@code index}.
     *
     * @param lines what the customer has; no two of one number
     * @throws ArithmeticException if amounts run beyond a long
     */
    public static PromotionResult apply(PromotionIndex index, List<PromotionLine> lines, Situation situation) {
        if (lines.isEmpty() || index.promotions().isEmpty()) {
            return PromotionResult.NOTHING;
        }
        return PromotionResult.NOTHING;
    }
}
