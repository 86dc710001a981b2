package org.tillwright.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.report.content.ControlTotal;
import org.tillwright.report.content.ReportContent;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SaleInvoice;
import org.tillwright.report.content.SalesFigures;
import org.tillwright.report.content.SalesOfDay;
import org.tillwright.report.content.StockOnHand;
import org.tillwright.report.content.TaxFigures;
import org.tillwright.report.content.TillReport;

/** What the reports lay out alike: head, control totals, tax. */
final class SheetLayout {

    private final Words words;
    private final ReportHead head;
    private final Currency currency;

    SheetLayout(Words words, ReportHead head) {
        this.words = words;
        this.head = head;
        this.currency = Currency.of(head.currency());
    }

    static List<Sheet> sheetsOf(ReportContent content, Words words) {
        SheetLayout layout = new SheetLayout(words, content.head());
        if (content instanceof SalesOfDay sales) {
            return List.of(new SalesLayout(words, layout).sheet(sales));
        } else if (content instanceof TillReport tills) {
            TillLayout till = new TillLayout(words, layout);
            return tills.sessions().isEmpty()
                    ? List.of(till.empty(tills))
                    : tills.sessions().stream()
                            .map(session -> till.sheet(tills, session))
                            .toList();
        }
        if (content instanceof SaleInvoice invoice) {
            return List.of(new InvoiceLayout(words, layout).sheet(invoice));
        }
        return List.of(new StockLayout(words, layout).sheet((StockOnHand) content));
    }

    Currency currency() {
        return currency;
    }

    Cell amount(long minor) {
        return new Cell.Amount(new Money(currency, minor));
    }

    static Cell text(String text) {
        return new Cell.Text(text);
    }

    static Cell count(long count) {
        return new Cell.Count(count);
    }

    /** Returns the cells of a group's figures: count, net, tax, total. */
    Cell[] figures(String label, SalesFigures figures) {
        return new Cell[] {
            text(label),
            count(figures.count()),
            amount(figures.netMinor()),
            amount(figures.taxMinor()),
            amount(figures.totalMinor())
        };
    }

    /** Returns the five column heads of a table of figures. */
    List<String> columns(String labelKey, String countKey) {
        return List.of(
                words.of(labelKey),
                words.of(countKey),
                words.with("column.net", currency.code()),
                words.with("column.tax", currency.code()),
                words.with("column.total", currency.code()));
    }

    List<Sheet.Block> facts() {
        List<Sheet.Block> facts = new ArrayList<>();
        facts.add(new Sheet.Fact(words.of("fact.days"), text(words.days(head.from(), head.to()))));
        facts.add(new Sheet.Fact(
                words.of("fact.tills"), text(head.till() == null ? words.of("fact.all-tills") : head.till())));
        facts.add(new Sheet.Fact(words.of("fact.currency"), text(head.currency())));
        return facts;
    }

    /** Returns the sentence that forbids filing, or null when all totals agree. */
    @Nullable
    String alert(List<ControlTotal> controls) {
        long differing = controls.stream().filter(control -> !control.agrees()).count();
        return differing == 0 ? null : words.with("alert.differs", differing, (long) controls.size());
    }

    Sheet.Block controls(List<ControlTotal> controls) {
        Table.Builder table = new Table.Builder(
                words.of("controls"),
                List.of(
                        words.of("column.control"),
                        words.of("column.result"),
                        words.of("column.here"),
                        words.of("column.there"),
                        words.of("column.difference")));
        for (ControlTotal control : controls) {
            table.row(
                    text(words.of(control.check().key())),
                    text(words.of(control.agrees() ? "control.agrees" : "control.differs")),
                    cell(control, control.here()),
                    cell(control, control.there()),
                    cell(control, Math.subtractExact(control.here(), control.there())));
        }
        return new Sheet.Figures(table.withoutTotal());
    }

    Sheet.Block taxes(List<TaxFigures> taxes) {
        Table.Builder table = new Table.Builder(words.of("by-tax"), columns("column.tax-rate", "column.transactions"));
        SalesFigures sum = SalesFigures.NONE;
        for (TaxFigures tax : taxes) {
            table.row(figures(tax.taxRateId() + "  " + words.percent(tax.ratePpm()), tax.figures()));
            sum = sum.plus(tax.figures());
        }
        return new Sheet.Figures(table.total(
                text(words.of("sum")),
                Cell.BLANK,
                amount(sum.netMinor()),
                amount(sum.taxMinor()),
                amount(sum.totalMinor())));
    }

    /** One tax may be taken of another, so that only the taxes themselves have a sum. */
    Sheet.Block singleTaxes(List<TaxFigures> taxes) {
        Table.Builder table = new Table.Builder(
                words.of("by-single-tax"),
                List.of(
                        words.of("column.tax-rate"),
                        words.of("column.transactions"),
                        words.with("column.base", currency.code()),
                        words.with("column.tax", currency.code())));
        long sum = 0;
        for (TaxFigures tax : taxes) {
            table.row(
                    text(tax.taxRateId() + (tax.ratePpm() == 0 ? "" : "  " + words.percent(tax.ratePpm()))),
                    count(tax.figures().count()),
                    amount(tax.figures().netMinor()),
                    amount(tax.figures().taxMinor()));
            sum = Math.addExact(sum, tax.figures().taxMinor());
        }
        return new Sheet.Figures(table.total(text(words.of("sum")), Cell.BLANK, Cell.BLANK, amount(sum)));
    }

    Sheet.Block goods(SalesOfDay.Goods goods) {
        Table.Builder table = new Table.Builder(words.of("goods"), columns("column.goods", "column.lines"));
        table.row(figures(words.of("goods.sold"), goods.sold()));
        table.row(figures(words.of("goods.returned"), goods.returned()));
        return new Sheet.Figures(
                table.total(figures(words.of("goods.sum"), goods.sold().plus(goods.returned()))));
    }

    /** Returns a tender in words; one that this program does not know by its own name. */
    String tender(String tender) {
        String key = "tender." + tender;
        return words.knows(key) ? words.of(key) : tender;
    }

    private Cell cell(ControlTotal control, long value) {
        return switch (control.measure()) {
            case AMOUNT -> amount(value);
            case COUNT -> count(value);
            case QUANTITY -> new Cell.Stock(value, null);
        };
    }
}
