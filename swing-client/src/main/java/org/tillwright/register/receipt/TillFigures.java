package org.tillwright.register.receipt;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillFigure;
import org.tillwright.wire.till.TillReport;
import org.tillwright.wire.till.TillReport.Figure;

/** Writes the figures of a report onto its paper, section by section; what a till did not have is not there. */
final class TillFigures {

    private static final List<TillFigure> COUNTS = List.of(
            TillFigure.TRANSACTIONS,
            TillFigure.CUSTOMERS,
            TillFigure.OVERRIDES,
            TillFigure.VOIDED_LINES,
            TillFigure.COPIES,
            TillFigure.PRICE_CHECKS,
            TillFigure.SUSPENDED,
            TillFigure.RESUMED,
            TillFigure.APPROVALS,
            TillFigure.DRAWER_OPENED,
            TillFigure.SIGN_ONS);

    private final TillPaper paper;
    private final TillReport report;
    private final Texts texts;
    private final Currency currency;

    TillFigures(TillPaper paper, TillReport report) {
        this.paper = paper;
        this.report = report;
        this.texts = paper.texts();
        this.currency = Currency.of(report.currency());
    }

    void write() {
        sales();
        taxes();
        bySubject(TillFigure.DEPARTMENT, "till.paper.by-department", this::nameOfDepartment);
        bySubject(TillFigure.CASHIER, "till.paper.by-cashier", paper::nameOf);
        tenders();
        bySubject(TillFigure.MONEY_IN, "till.paper.money-in", kind -> texts.text("till.paper.money-in." + kind));
        cash();
        counts();
        carriedOver();
        grandTotals();
    }

    private void sales() {
        paper.section(texts.text("till.paper.section.sales", report.currency()));
        long discounts = report.amountOf(TillFigure.DISCOUNTS);
        long sold = report.amountOf(TillFigure.SALES);
        if (discounts != 0) {
            amount("till.paper.before-discounts", Math.subtractExact(sold, discounts));
            for (Figure each : report.of(TillFigure.DISCOUNTS)) {
                String name = texts.text("till.paper.discount." + each.subject());
                paper.counted(name, each.count(), money(each.amountMinor()));
            }
        }
        counted(TillFigure.SALES);
        counted(TillFigure.RETURNS);
        optional(TillFigure.POST_VOIDS);
        long net = report.amountOf(TillFigure.NET);
        long tax = report.amountOf(TillFigure.TAX_SUM);
        amount("till.paper.total", Math.addExact(net, tax));
        amount("till.paper.of-this-tax", tax);
        amount("till.paper.net", net);
        optional(TillFigure.ROUNDING);
    }

    private void taxes() {
        List<Figure> taxes = report.of(TillFigure.TAX);
        if (taxes.isEmpty()) {
            return;
        }
        paper.section(texts.text("till.paper.taxes"));
        for (Figure tax : taxes) {
            String subject = String.valueOf(tax.subject());
            long net = report.of(TillFigure.TAX_NET).stream()
                    .filter(each -> subject.equals(each.subject()))
                    .mapToLong(Figure::amountMinor)
                    .sum();
            paper.line(texts.text("till.paper.tax-net", nameOfTax(subject)), money(net));
            paper.line(texts.text("till.paper.tax-of", nameOfTax(subject)), money(tax.amountMinor()));
        }
    }

    /** Tax and rate stand together as {@code S@190000}. */
    private String nameOfTax(String subject) {
        int at = subject.lastIndexOf('@');
        return subject.substring(0, at) + " "
                + texts.figures().percent(new Rate(Long.parseLong(subject.substring(at + 1)))) + "%";
    }

    private void tenders() {
        paper.section(texts.text("till.paper.tenders"));
        for (Figure each : report.of(TillFigure.TENDER_IN)) {
            paper.counted(nameOfTender(each.subject()), each.count(), money(each.amountMinor()));
        }
        for (Figure each : report.of(TillFigure.TENDER_OUT)) {
            String name = texts.text("till.paper.given-back", nameOfTender(each.subject()));
            paper.counted(name, each.count(), money(each.amountMinor()));
        }
        inAll();
        for (Figure each : report.of(TillFigure.FOREIGN)) {
            paper.counted(String.valueOf(each.subject()), each.count(), foreign(each));
        }
    }

    /** What is left of a tender that went both ways: nobody should have to subtract. */
    private void inAll() {
        for (Figure in : report.of(TillFigure.TENDER_IN)) {
            List<Figure> out = report.of(TillFigure.TENDER_OUT).stream()
                    .filter(each -> Objects.equals(each.subject(), in.subject()))
                    .toList();
            if (!out.isEmpty()) {
                long left = out.stream().mapToLong(Figure::amountMinor).sum() + in.amountMinor();
                paper.line(texts.text("till.paper.in-all", nameOfTender(in.subject())), money(left));
            }
        }
    }

    private void cash() {
        paper.section(texts.text("till.paper.cash"));
        counted(TillFigure.FLOAT);
        optional(TillFigure.LOAN);
        optional(TillFigure.PICKUP);
        reasons(TillFigure.PAID_IN);
        reasons(TillFigure.PAID_OUT);
        for (Figure each : report.of(TillFigure.FOREIGN_MOVED)) {
            String name = texts.text("till.paper.foreign-moved", String.valueOf(each.subject()));
            paper.counted(name, each.count(), foreign(each));
        }
        reasons(TillFigure.NO_SALE);
    }

    private void reasons(TillFigure figure) {
        for (Figure each : report.of(figure)) {
            String reason = each.subject();
            String name = nameOf(figure);
            paper.counted(
                    reason == null ? name : name + ", " + paper.nameOfReason(figure.name(), reason),
                    each.count(),
                    figure == TillFigure.NO_SALE ? "" : money(each.amountMinor()));
        }
    }

    private void counts() {
        paper.section(texts.text("till.paper.counts"));
        for (TillFigure figure : COUNTS) {
            long count = report.countOf(figure);
            if (count != 0) {
                paper.line(nameOf(figure), Long.toString(count));
            }
        }
        optional(TillFigure.VOIDED_SALES);
        optional(TillFigure.TRAINING);
    }

    /** Nothing of this kept the till open, and all of it can still be done. */
    private void carriedOver() {
        for (TillFigure figure : List.of(TillFigure.UNSENT, TillFigure.REFUSED, TillFigure.STILL_SUSPENDED)) {
            List<Figure> left = report.of(figure);
            if (!left.isEmpty()) {
                paper.section(nameOf(figure) + ": " + report.countOf(figure));
                left.forEach(each ->
                        paper.line(nameOf(figure, each), each.amountMinor() == 0 ? "" : money(each.amountMinor())));
            }
        }
    }

    private String nameOf(TillFigure figure, Figure row) {
        String subject = row.subject();
        if (subject == null) {
            return texts.text("till.paper.more", Long.toString(row.count()));
        }
        return figure == TillFigure.STILL_SUSPENDED ? subject : texts.text("till.paper.number", subject);
    }

    private void grandTotals() {
        long sales = report.amountOf(TillFigure.GRAND_SALES);
        long returns = report.amountOf(TillFigure.GRAND_RETURNS);
        paper.section(texts.text("till.paper.grand"));
        amount("till.paper.grand-sales", sales);
        amount("till.paper.grand-returns", returns);
        amount("till.paper.grand-net", Math.addExact(sales, returns));
    }

    /** What was found beside what should have been there. */
    void counted(TillSettledMessage settled) {
        paper.section(texts.text("till.paper.count"));
        for (TillSettledMessage.Count each : settled.counts()) {
            String name = nameOfTender(each.tender());
            paper.line(texts.text("till.paper.expected", name), money(each.expectedMinor()));
            paper.line(texts.text("till.paper.counted", name), money(each.countedMinor()));
            long difference = Math.subtractExact(each.countedMinor(), each.expectedMinor());
            if (difference != 0) {
                String key = difference > 0 ? "till.paper.over" : "till.paper.short";
                paper.line(texts.text(key, name), money(difference));
            }
        }
        for (TillSettledMessage.ForeignCount each : settled.otherCurrencies()) {
            Currency other = Currency.of(each.currency());
            paper.line(
                    texts.text("till.paper.expected", each.currency()),
                    texts.amount(new Money(other, each.expectedMinor())));
            paper.line(
                    texts.text("till.paper.counted", each.currency()),
                    texts.amount(new Money(other, each.countedMinor())));
        }
        TillSettledMessage.Pieces vouchers = settled.vouchers();
        if (vouchers != null) {
            paper.line(
                    texts.text("till.paper.vouchers"),
                    texts.text(
                            "till.paper.pieces",
                            Long.toString(vouchers.counted()),
                            Long.toString(vouchers.expected())));
        }
        String reason = settled.reason();
        if (reason != null) {
            paper.line(texts.text("till.paper.reason"), paper.nameOfReason("OVER_SHORT", reason));
        }
        String approver = settled.approverId();
        if (approver != null) {
            paper.line(texts.text("till.paper.allowed-by"), paper.nameOf(approver));
        }
    }

    /** Names what a figure is split by. */
    private interface Naming {
        String of(String subject);
    }

    private void bySubject(TillFigure figure, String title, Naming naming) {
        List<Figure> rows = report.of(figure);
        if (!rows.isEmpty()) {
            paper.section(texts.text(title));
            rows.forEach(each -> paper.counted(
                    naming.of(each.subject() == null ? "" : each.subject()), each.count(), money(each.amountMinor())));
        }
    }

    private String nameOfDepartment(String id) {
        return paper.catalogue().departments().stream()
                .filter(department -> department.departmentId().equals(id))
                .map(department -> paper.catalogue().nameOf(department, texts.language()))
                .findFirst()
                .orElseGet(() -> texts.text("till.paper.other-department"));
    }

    private String nameOfTender(@Nullable String tender) {
        return texts.text("till.tender." + tender);
    }

    private String nameOf(TillFigure figure) {
        return texts.text("till.paper." + figure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void counted(TillFigure figure) {
        paper.counted(nameOf(figure), report.countOf(figure), money(report.amountOf(figure)));
    }

    private void optional(TillFigure figure) {
        if (report.countOf(figure) != 0 || report.amountOf(figure) != 0) {
            counted(figure);
        }
    }

    private void amount(String key, long minor) {
        paper.line(texts.text(key), money(minor));
    }

    private String money(long minor) {
        return texts.amount(new Money(currency, minor));
    }

    private String foreign(Figure figure) {
        return texts.amount(new Money(Currency.of(String.valueOf(figure.subject())), figure.amountMinor()));
    }
}
