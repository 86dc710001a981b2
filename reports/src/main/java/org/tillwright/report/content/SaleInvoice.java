package org.tillwright.report.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;

/**
 * One sale as an invoice, or as a credit note when it gives money back.
 *
 * @param number of the register's record, unique for ever
 * @param receiptCode as it stands on the receipt
 * @param corrects number of the document that this one takes back, wholly or in part; null for none
 * @param pricesWithTax true when unit prices and amounts contain the tax
 * @param exempt true when the buyer owes no tax
 * @param beside what was taken beside the goods, such as onto a gift card
 * @param controls totals worked out twice
 */
public record SaleInvoice(
        ReportHead head,
        String number,
        String receiptCode,
        @Nullable String corrects,
        Instant soldAt,
        LocalDate issuedOn,
        Buyer buyer,
        boolean pricesWithTax,
        boolean exempt,
        List<Line> lines,
        List<Tax> taxes,
        List<Payment> beside,
        List<Payment> payments,
        long roundingMinor,
        long netMinor,
        long taxMinor,
        long totalMinor,
        List<ControlTotal> controls)
        implements ReportContent {

    public SaleInvoice {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        beside = List.copyOf(beside);
        payments = List.copyOf(payments);
        controls = List.copyOf(controls);
    }

    /** Who bought, as far as it is known. */
    public record Buyer(@Nullable String name, List<String> addressLines, @Nullable String taxNumber) {

        public static final Buyer UNKNOWN = new Buyer(null, List.of(), null);

        public Buyer {
            addressLines = List.copyOf(addressLines);
        }
    }

    /**
     * One line of goods.
     *
     * @param discountMinor what was taken off; 0 for nothing
     * @param tax name of the rate that it bears
     */
    public record Line(
            String description,
            long quantityMilli,
            Unit unit,
            long unitPriceMicro,
            String tax,
            long netMinor,
            long amountMinor,
            long discountMinor) {}

    /**
     * One rate of tax, and what bears it.
     *
     * @param ratePpm 0 for a tax that is no share
     */
    public record Tax(String taxId, long ratePpm, long netMinor, long taxMinor) {}

    /**
     * One payment.
     *
     * @param kind name of a tender, or of what was taken beside the goods
     * @param detail what tells it from others, such as the last four digits; empty for nothing
     */
    public record Payment(String kind, String detail, long amountMinor) {}

    public boolean isCredit() {
        return totalMinor < 0;
    }

    @Override
    public ReportId id() {
        return ReportId.INVOICE;
    }
}
