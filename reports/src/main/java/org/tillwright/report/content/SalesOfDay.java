package org.tillwright.report.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sales of one or more business days.
 *
 * @param goods what was sold, and what came back; each counts lines
 * @param overrides prices that were set by hand
 * @param hours in the order of the business day, only those with transactions
 */
public record SalesOfDay(
        ReportHead head,
        Goods goods,
        Overrides overrides,
        List<Hour> hours,
        List<Department> departments,
        List<TaxFigures> taxes,
        List<Tender> tenders,
        List<ControlTotal> controls)
        implements ReportContent {

    public SalesOfDay {
        hours = List.copyOf(hours);
        departments = List.copyOf(departments);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        controls = List.copyOf(controls);
    }

    /** Lines that took goods out, and lines that brought goods back. */
    public record Goods(SalesFigures sold, SalesFigures returned) {}

    /** How many lines had a price set by hand, and how much less than the regular price was asked for them. */
    public record Overrides(long lines, long givenAwayMinor) {}

    /** One hour of the clock in the store's own time, from 0 to 23. */
    public record Hour(int hour, SalesFigures figures) {}

    /**
     * One department as the catalogue has it today.
     *
     * @param name null for lines of items that the catalogue does not know
     */
    public record Department(@Nullable String name, SalesFigures figures) {}

    /** Money taken, and money given back as change or refund; the second is negative. */
    public record Tender(String tender, long count, long takenMinor, long givenBackMinor) {}

    @Override
    public ReportId id() {
        return ReportId.SALES_OF_DAY;
    }
}
