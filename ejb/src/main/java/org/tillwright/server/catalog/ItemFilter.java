package org.tillwright.server.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which items a list shows, and in what order.
 *
 * @param text words that names, codes or ids begin with; blank for all
 * @param departmentId null for all departments
 * @param language in which names are read and sorted
 */
public record ItemFilter(String text, @Nullable String departmentId, State state, Order order, String language) {

    /** What a shop looks for. */
    public enum State {
        ON_SALE,
        NEEDS_PRICE,
        NO_PICTURE,
        PRICE_PLANNED,
        NOT_SOLD,
        ALL
    }

    /** By what the list is sorted. */
    public enum Order {
        NAME,
        NAME_BACKWARDS,
        CHEAPEST_FIRST,
        DEAREST_FIRST,
        LATEST_CHANGE_FIRST,
        EARLIEST_CHANGE_FIRST
    }
}
