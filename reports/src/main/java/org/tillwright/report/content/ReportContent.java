package org.tillwright.report.content;

import java.util.List;

/** What a report says, in figures; how it looks is the renderer's business. */
public sealed interface ReportContent permits SalesOfDay, TillReport, StockOnHand, SaleInvoice {

    ReportId id();

    ReportHead head();

    List<ControlTotal> controls();

    /** True when every total was the same by both ways. */
    default boolean agrees() {
        return controls().stream().allMatch(ControlTotal::agrees);
    }
}
