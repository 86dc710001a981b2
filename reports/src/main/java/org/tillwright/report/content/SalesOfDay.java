package org.tillwright.report.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sales of one or more business days.
 *
 * @param goods what was sold, and what came back; each counts lines
 * @param overrides prices that were set by hand
 * @param hours in the order of the business day, only those with transactions
 * @param taxes by the tax or the taxes that a line bears together; every line counts once
 * @param singleTaxes each tax by itself, its net being what it was taken of; empty when no line bore several
 * @param cashRoundingMinor what cash was rounded by: taken less the total
 */
public record SalesOfDay(
        ReportHead head,
        Goods goods,
        Overrides overrides,
        List<Hour> hours,
        List<Department> departments,
        List<TaxFigures> taxes,
        List<Tender> tenders,
        List<ControlTotal> controls,
        List<TaxFigures> singleTaxes,
        long cashRoundingMinor)
        implements ReportContent {

    /** Sales with one tax a line, and cash to the cent. */
    public SalesOfDay(
            ReportHead head,
            Goods goods,
            Overrides overrides,
            List<Hour> hours,
            List<Department> departments,
            List<TaxFigures> taxes,
            List<Tender> tenders,
            List<ControlTotal> controls) {
        this(head, goods, overrides, hours, departments, taxes, tenders, controls, List.of(), 0);
    }

    public SalesOfDay {
        hours = List.copyOf(hours);
        departments = List.copyOf(departments);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        controls = List.copyOf(controls);
        singleTaxes = List.copyOf(singleTaxes);
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
