package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.tillwright.core.promotion.PromotionIndex;

/**
 * What a price book says beside base prices and taxes.
 *
 * @param modifierGroups by their id
 */
public record PriceRules(
        PriceLists priceLists,
        PromotionIndex promotions,
        Map<String, ModifierGroup> modifierGroups,
        CashRounding cashRounding) {

    /** Base prices alone. */
    public static final PriceRules NONE =
            new PriceRules(PriceLists.NONE, PromotionIndex.EMPTY, Map.of(), CashRounding.NONE);

    public PriceRules {
        requireNonNull(priceLists, "priceLists");
        requireNonNull(promotions, "promotions");
        requireNonNull(cashRounding, "cashRounding");
        modifierGroups = Map.copyOf(modifierGroups);
    }
}
