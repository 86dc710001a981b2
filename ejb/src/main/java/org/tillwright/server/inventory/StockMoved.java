package org.tillwright.server.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement, as people look at it.
 *
 * @param quantityMilli thousandths of the unit; negative when goods left
 * @param sourceId the transaction or the count
 * @param where the till that sold, or the person who counted; null when neither is in the books any more
 */
public record StockMoved(
        Instant at, StockMovement.Reason reason, long quantityMilli, UUID sourceId, @Nullable String where) {}
