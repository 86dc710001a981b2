package org.tillwright.server.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which of a store's transactions are meant. What is null narrows nothing.
 *
 * @param fromDay first business day
 * @param toDay last business day
 * @param tender name of a tender type that was taken or given back
 * @param leastMinor smallest total
 * @param mostMinor largest total
 * @param item an item's id, a code of it, or part of its name
 * @param text the number or the code of a receipt, the last four digits of a card, or part of what a line says
 * @param disputedOnly true for those alone that the server computes otherwise
 */
public record TransactionFilter(
        String storeId,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable String workstationId,
        @Nullable String operatorId,
        @Nullable String tender,
        @Nullable Long leastMinor,
        @Nullable Long mostMinor,
        @Nullable String item,
        @Nullable String text,
        boolean disputedOnly) {

    /** All of a store. */
    public static TransactionFilter of(String storeId) {
        return new TransactionFilter(storeId, null, null, null, null, null, null, null, null, null, false);
    }
}
