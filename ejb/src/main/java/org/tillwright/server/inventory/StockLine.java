package org.tillwright.server.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;

/**
 * One item of a store, with what is on hand.
 *
 * @param costMicro the latest unit cost; null when nobody said
 * @param valueMinor on hand times cost, rounded once, half up; null without a cost
 */
public record StockLine(
        String itemId,
        String name,
        @Nullable String department,
        Unit unit,
        long onHandMilli,
        @Nullable Long costMicro,
        @Nullable Long valueMinor,
        @Nullable Instant lastMovedAt) {}
