package org.tillwright.server.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a store's stock somebody wants to see.
 *
 * @param language of the names
 * @param text beginnings of words of an item's names, its id or its codes; empty for all
 * @param departmentId null for all
 * @param belowZero only what has less than nothing on hand
 */
public record StockSearch(
        String storeId,
        String language,
        String text,
        @Nullable String departmentId,
        boolean belowZero,
        Order order,
        int first,
        int rows) {

    /** How a list is sorted. */
    public enum Order {
        NAME,
        ON_HAND,
        MOST_ON_HAND
    }

    public StockSearch {
        text = text.strip();
        rows = Math.min(rows, StockService.MAX_ROWS);
    }
}
