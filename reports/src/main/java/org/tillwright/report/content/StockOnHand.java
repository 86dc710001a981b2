package org.tillwright.report.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;

/**
 * What a store has on hand and what that cost.
 *
 * @param items in the order of their departments, and by name
 * @param totalItems all items that the filter found; more than {@code items} when the report would be too long
 */
public record StockOnHand(ReportHead head, List<Item> items, long totalItems, List<ControlTotal> controls)
        implements ReportContent {

    public StockOnHand {
        items = List.copyOf(items);
        controls = List.copyOf(controls);
    }

    /**
     * One item.
     *
     * @param costMicro the latest unit cost; null when nobody said what it costs, and then it has no value
     * @param valueMinor on hand times cost, rounded once, half up
     */
    public record Item(
            String itemId,
            String name,
            @Nullable String department,
            Unit unit,
            long onHandMilli,
            @Nullable Long costMicro,
            @Nullable Long valueMinor,
            @Nullable Instant lastMovedAt) {}

    @Override
    public ReportId id() {
        return ReportId.STOCK_ON_HAND;
    }
}
