package org.tillwright.server.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.tax.Tax;
import org.tillwright.report.content.ControlTotal;
import org.tillwright.report.content.ControlTotal.Check;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SaleInvoice;
import org.tillwright.server.papers.SoldPaper;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.receipt.TransactionCode;

/** Reads a sale as an invoice. Every amount is the sale's own; what can be added up is held against it. */
final class InvoiceContent {

    private static final int SHOWN_DIGITS = 4;

    private final SoldPaper paper;
    private final SaleMessage sale;
    private final ReportHead head;
    private final String language;
    private final @Nullable String corrects;

    /**
     * Reads one sale.
     *
     * @param language that goods are named in where they have such a name
     */
    InvoiceContent(SoldPaper paper, ReportHead head, String language, @Nullable String corrects) {
        this.paper = paper;
        this.sale = paper.subject().sale();
        this.head = head;
        this.language = language;
        this.corrects = corrects;
    }

    /** Register and record together are unique for ever, and no number of a register is used twice. */
    static String numberOf(SoldPaper paper) {
        return paper.subject().workstationId() + "-" + paper.subject().sequence();
    }

    SaleInvoice of(SaleInvoice.Buyer buyer, LocalDate today) {
        return new SaleInvoice(
                head,
                numberOf(paper),
                TransactionCode.of(sale.transactionId()),
                corrects,
                sale.endedAt(),
                today,
                buyer,
                sumOfLines() == sale.totalMinor(),
                isExempt(),
                lines(),
                taxes(),
                beside(),
                payments(),
                sale.roundedByMinor(),
                sale.netMinor(),
                sale.taxMinor(),
                sale.totalMinor(),
                controls());
    }

    private long sumOfLines() {
        long sum = 0;
        for (SaleMessage.Line line : sale.lines()) {
            sum = Math.addExact(sum, line.extendedMinor());
        }
        return sum;
    }

    private boolean isExempt() {
        return sale.lines().stream().flatMap(line -> line.takenOff().stream()).anyMatch(discount -> discount.source()
                .equals(Discount.Source.EXEMPTION.name()));
    }

    private List<SaleInvoice.Line> lines() {
        List<SaleInvoice.Line> lines = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            long off = Math.subtractExact(line.listedMinor(), line.extendedMinor());
            lines.add(new SaleInvoice.Line(
                    paper.facts().description(line.itemId(), line.description(), language),
                    line.quantityMilli(),
                    paper.facts().unit(line.itemId()),
                    line.unitPriceMicro(),
                    line.taxRateId(),
                    line.netMinor(),
                    line.extendedMinor(),
                    off));
        }
        return lines;
    }

    private List<SaleInvoice.Tax> taxes() {
        List<SaleMessage.TaxSum> single = sale.taxes();
        return single == null
                ? sale.taxLines().stream()
                        .map(tax -> new SaleInvoice.Tax(tax.taxRateId(), tax.ratePpm(), tax.netMinor(), tax.taxMinor()))
                        .toList()
                : single.stream()
                        .map(tax -> new SaleInvoice.Tax(
                                tax.taxId(),
                                tax.kind().equals(Tax.Kind.FIXED.name()) ? 0 : tax.value(),
                                tax.baseMinor(),
                                tax.amountMinor()))
                        .toList();
    }

    private List<SaleInvoice.Payment> beside() {
        List<SaleInvoice.Payment> beside = new ArrayList<>();
        for (SaleParticulars.MoneyIn taken : sale.details().taken()) {
            beside.add(new SaleInvoice.Payment(taken.kind(), "", taken.amountMinor()));
        }
        return beside;
    }

    private List<SaleInvoice.Payment> payments() {
        return sale.tenders().stream()
                .map(tender -> new SaleInvoice.Payment(tender.type(), detail(tender), tender.amountMinor()))
                .toList();
    }

    private String detail(SaleMessage.Tender tender) {
        SaleMessage.Card card = tender.card();
        if (card != null) {
            return (card.scheme() + " " + hidden(card.lastFour())).strip();
        }
        TenderParticulars told = tender.particulars();
        if (told == null) {
            return "";
        }
        TenderParticulars.Foreign foreign = told.foreign();
        return foreign == null ? hidden(told.reference()) : foreign.currency();
    }

    private static String hidden(@Nullable String reference) {
        if (reference == null || reference.isEmpty()) {
            return "";
        }
        return "****" + reference.substring(Math.max(0, reference.length() - SHOWN_DIGITS));
    }

    private List<ControlTotal> controls() {
        long nets = 0;
        long taxes = 0;
        for (SaleMessage.Line line : sale.lines()) {
            nets = Math.addExact(nets, line.netMinor());
            taxes = Math.addExact(taxes, line.taxMinor());
        }
        long paid = 0;
        for (SaleMessage.Tender tender : sale.tenders()) {
            paid = Math.addExact(paid, tender.amountMinor());
        }
        return List.of(
                ControlTotal.amount(Check.LINES_TO_TRANSACTIONS, Math.addExact(nets, taxes), sale.totalMinor()),
                ControlTotal.amount(Check.TAXES_TO_TRANSACTIONS, taxes, sale.taxMinor()),
                ControlTotal.amount(
                        Check.TENDERS_TO_TRANSACTIONS,
                        paid,
                        Math.addExact(Math.addExact(sale.totalMinor(), sale.moneyInMinor()), sale.roundedByMinor())));
    }
}
