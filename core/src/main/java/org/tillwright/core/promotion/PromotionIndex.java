package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All promotions of a shop, sorted and indexed once, so that a cart asks only those that touch it. Never changes; made with
 * each price book.
 */
public final class PromotionIndex {

    /** A shop without promotions. */
    public static final PromotionIndex EMPTY = new PromotionIndex(List.of());

    private final List<Promotion> promotions;

    private PromotionIndex(List<Promotion> promotions) {
        this.promotions = promotions;
    }

    /** Builds the index; two promotions of one id are refused. */
    public static PromotionIndex of(List<Promotion> promotions) {
        List<Promotion> sorted = new ArrayList<>(promotions);
        sorted.sort(Comparator.comparingInt(Promotion::priority).thenComparing(Promotion::promotionId));
        Set<String> ids = new HashSet<>();
        for (Promotion promotion : sorted) {
            if (!ids.add(promotion.promotionId())) {
                throw new IllegalArgumentException("promotion " + promotion.promotionId() + " is there twice");
            }
        }
        return new PromotionIndex(List.copyOf(sorted));
    }

    /** Returns all promotions in the order in which they are applied: by priority, then id. */
    public List<Promotion> promotions() {
        return promotions;
    }
}
