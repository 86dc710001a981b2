package org.tillwright.server.inventory;

import java.util.UUID;

/**
 * Goods that came or went.
 *
 * @param sourceId the transaction that moved them; with the line's number it is booked once
 * @param quantityMilli thousandths of the item's unit; negative when goods leave the store
 */
public record StockMovement(
        UUID sourceId, long lineNumber, String storeId, String itemId, Reason reason, long quantityMilli) {

    /** Why goods moved. */
    public enum Reason {
        SALE,
        RETURN,
        /** Somebody counted, and it was not what the ledger said. */
        COUNT,
        /** It came back and cannot be sold again. */
        WASTE,
        /** The sale that moved it was undone. */
        POST_VOID
    }
}
