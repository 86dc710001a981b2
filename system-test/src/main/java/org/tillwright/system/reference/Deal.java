package org.tillwright.system.reference;

import java.util.List;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;

/**
 * An active promotion, and what of a cart it can count.
 *
 * @param left how often it may be applied
 * @param selections what each part of its sets selects; of what is not of sets there is one part
 */
record Deal(Promotion promotion, long left, List<ItemSelection> selections) {

    static Deal of(Promotion promotion, long left) {
        return new Deal(promotion, left, Taking.selectionsOf(promotion.effect()));
    }

    Effect effect() {
        return promotion.effect();
    }

    int parts() {
        return selections.size();
    }

    boolean selects(Goods goods, int part) {
        return goods.isIn(selections.get(part));
    }

    boolean isOnEachPiece() {
        return Taking.isOnEachPiece(effect());
    }

    /** True for sets and breaks: how many pieces of a line they count is free. */
    boolean isOfChosenPieces() {
        return Taking.isOfSets(effect()) || effect() instanceof Effect.QuantityBreaks;
    }

    boolean isOfSpending() {
        return effect() instanceof Effect.SpendPercent || effect() instanceof Effect.SpendAmount;
    }
}
