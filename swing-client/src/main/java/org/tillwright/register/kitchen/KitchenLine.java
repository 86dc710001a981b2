package org.tillwright.register.kitchen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;

/**
 * So much of something that a station makes. Written and read by {@link org.tillwright.wire.json.WireJson}.
 *
 * @param stationId where it is made
 * @param name in the store's language, as it was when it was ordered
 * @param quantityMilli thousandths of the unit, more than zero
 * @param unit name of a {@link Unit}
 * @param modifiers how the customer wants it, in the store's language
 * @param instruction the customer's own wish, or null
 * @param serviceMode EAT_IN or TAKE_AWAY, or null where that makes no difference
 */
public record KitchenLine(
        String stationId,
        String itemId,
        String name,
        Long quantityMilli,
        String unit,
        List<String> modifiers,
        @Nullable String instruction,
        @Nullable String serviceMode) {

    public KitchenLine {
        modifiers = List.copyOf(modifiers);
    }

    KitchenLine of(long milli) {
        return new KitchenLine(stationId, itemId, name, milli, unit, modifiers, instruction, serviceMode);
    }
}
