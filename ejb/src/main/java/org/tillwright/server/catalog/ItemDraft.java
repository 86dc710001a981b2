package org.tillwright.server.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item as someone wants it to be from the next publication on.
 *
 * @param names by language
 * @param unit name of a {@code Unit}
 * @param unitPriceMicro null for no price: it can then be sold at a price by hand only
 * @param codes as they are scanned or keyed
 * @param tile its place among its department's tiles, or null when it has none
 */
public record ItemDraft(
        String itemId,
        Map<String, String> names,
        String departmentId,
        String unit,
        String taxCategory,
        @Nullable Long unitPriceMicro,
        List<String> codes,
        @Nullable String pictureId,
        @Nullable Long tile,
        boolean active) {

    public ItemDraft {
        names = Map.copyOf(names);
        codes = List.copyOf(codes);
    }

    /** Returns this draft under an id. */
    public ItemDraft withId(String id) {
        return new ItemDraft(
                id, names, departmentId, unit, taxCategory, unitPriceMicro, codes, pictureId, tile, active);
    }

    /** Returns this draft with another price, or with none. */
    public ItemDraft withPrice(@Nullable Long micro) {
        return new ItemDraft(itemId, names, departmentId, unit, taxCategory, micro, codes, pictureId, tile, active);
    }

    /** Returns this draft with other codes. */
    public ItemDraft withCodes(List<String> changed) {
        return new ItemDraft(
                itemId, names, departmentId, unit, taxCategory, unitPriceMicro, changed, pictureId, tile, active);
    }
}
