package org.tillwright.server.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item with all that an editor looks at.
 *
 * @param changedIn the publication that last changed it; handed back with an edit
 * @param taxRatePpm the rate of its tax category now; null when the category has none
 * @param prices prices it has had, the newest first
 * @param changes who changed it, the newest first
 */
public record ItemDetail(
        ItemDraft item, long changedIn, @Nullable Long taxRatePpm, List<PriceSpan> prices, List<ItemChange> changes) {

    public ItemDetail {
        prices = List.copyOf(prices);
        changes = List.copyOf(changes);
    }
}
