package org.tillwright.server.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody changed an item.
 *
 * @param number the publication
 * @param operator name of who did; null when a plan became due
 * @param parts names of what changed: new, names, department, unit, tax, price, codes, picture, tile, active
 */
public record ItemChange(long number, Instant at, @Nullable String operator, List<String> parts) {

    public ItemChange {
        parts = List.copyOf(parts);
    }
}
