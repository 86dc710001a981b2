package org.tillwright.server.catalog;

import java.util.List;

/**
 * A part of a list of items.
 *
 * @param count how many items the whole list has; one more than {@code ItemListService.MAX_COUNTED} when a search found
 *     more than are counted
 */
public record ItemPage(List<ItemRow> rows, long count) {

    public ItemPage {
        rows = List.copyOf(rows);
    }
}
