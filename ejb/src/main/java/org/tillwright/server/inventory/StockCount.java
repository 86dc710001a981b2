package org.tillwright.server.inventory;

import java.util.UUID;

/**
 * What somebody found on the shelf.
 *
 * @param countId made by who asks, so that a repeat is known
 * @param countedMilli thousandths of the item's unit
 */
public record StockCount(UUID countId, String storeId, String itemId, long countedMilli, String operatorId) {}
