package org.tillwright.report;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SaleInvoice;

/** Lays out an invoice or a credit note: who, when, what, the tax by rate, how it was paid. */
final class InvoiceLayout {

    private final Words words;
    private final SheetLayout house;

    InvoiceLayout(Words words, SheetLayout house) {
        this.words = words;
        this.house = house;
    }

    Sheet sheet(SaleInvoice invoice) {
        List<Sheet.Block> blocks = new ArrayList<>(facts(invoice));
        blocks.add(lines(invoice));
        blocks.add(taxes(invoice));
        blocks.add(payments(invoice));
        blocks.add(new Sheet.Note(
                words.of(invoice.pricesWithTax() ? "invoice.note.price-includes" : "invoice.note.price-without")));
        if (invoice.exempt()) {
            blocks.add(new Sheet.Note(words.of("invoice.note.exempt")));
        }
        return new Sheet(
                words.of(invoice.isCredit() ? "invoice.credit.title" : "invoice.title"),
                words.with("invoice.subtitle", invoice.number(), words.date(invoice.issuedOn())),
                house.alert(invoice.controls()),
                null,
                blocks);
    }

    private List<Sheet.Block> facts(SaleInvoice invoice) {
        List<Sheet.Block> facts = new ArrayList<>();
        ReportHead head = invoice.head();
        add(facts, "number", invoice.number());
        add(facts, "issued", words.date(invoice.issuedOn()));
        add(facts, "sold", words.moment(invoice.soldAt()));
        add(facts, "receipt", invoice.receiptCode());
        if (invoice.corrects() != null) {
            add(facts, "corrects", invoice.corrects());
        }
        add(facts, "seller", head.storeName() + ", " + String.join(", ", head.addressLines()));
        SaleInvoice.Buyer buyer = invoice.buyer();
        if (buyer.name() != null) {
            add(facts, "buyer", buyer.name());
        }
        if (!buyer.addressLines().isEmpty()) {
            add(facts, "buyer-address", String.join(", ", buyer.addressLines()));
        }
        if (buyer.taxNumber() != null) {
            add(facts, "buyer-tax-number", buyer.taxNumber());
        }
        add(facts, "currency", head.currency());
        return facts;
    }

    private void add(List<Sheet.Block> facts, String key, String value) {
        facts.add(new Sheet.Fact(words.of("invoice.fact." + key), SheetLayout.text(value)));
    }

    private Sheet.Block lines(SaleInvoice invoice) {
        String code = house.currency().code();
        Table.Builder table = new Table.Builder(
                words.of("invoice.lines"),
                List.of(
                        words.of("invoice.column.item"),
                        words.of("invoice.column.quantity"),
                        words.with("invoice.column.price", code),
                        words.of("invoice.column.tax"),
                        words.with("invoice.column.net", code),
                        words.with("invoice.column.amount", code)));
        long sum = 0;
        for (SaleInvoice.Line line : invoice.lines()) {
            sum = Math.addExact(sum, line.amountMinor());
            table.row(
                    SheetLayout.text(line.description()),
                    new Cell.Stock(line.quantityMilli(), line.unit()),
                    new Cell.Price(new UnitPrice(house.currency(), line.unitPriceMicro())),
                    SheetLayout.text(line.tax()),
                    house.amount(line.netMinor()),
                    house.amount(line.amountMinor()));
            if (line.discountMinor() != 0) {
                table.row(
                        SheetLayout.text("   " + words.of("invoice.discount") + " "
                                + words.text(house.amount(-line.discountMinor()))),
                        Cell.BLANK,
                        Cell.BLANK,
                        Cell.BLANK,
                        Cell.BLANK,
                        Cell.BLANK);
            }
        }
        return new Sheet.Figures(table.total(
                SheetLayout.text(words.of("invoice.total")),
                Cell.BLANK,
                Cell.BLANK,
                Cell.BLANK,
                house.amount(invoice.netMinor()),
                house.amount(sum)));
    }

    private Sheet.Block taxes(SaleInvoice invoice) {
        String code = house.currency().code();
        Table.Builder table = new Table.Builder(
                words.of("invoice.taxes"),
                List.of(words.of("column.tax-rate"), words.with("column.net", code), words.with("column.tax", code)));
        for (SaleInvoice.Tax tax : invoice.taxes()) {
            table.row(
                    SheetLayout.text(tax.taxId() + (tax.ratePpm() == 0 ? "" : "  " + words.percent(tax.ratePpm()))),
                    house.amount(tax.netMinor()),
                    house.amount(tax.taxMinor()),
                    Cell.BLANK);
        }
        return new Sheet.Figures(table.total(
                SheetLayout.text(words.of("invoice.total")),
                house.amount(invoice.netMinor()),
                house.amount(invoice.taxMinor()),
                house.amount(invoice.totalMinor())));
    }

    private Sheet.Block payments(SaleInvoice invoice) {
        Table.Builder table = new Table.Builder(
                words.of("invoice.paid"),
                List.of(
                        words.of("invoice.column.paid-by"),
                        words.with("invoice.column.amount", house.currency().code())));
        for (SaleInvoice.Payment beside : invoice.beside()) {
            table.row(
                    SheetLayout.text(words.of("invoice.beside." + beside.kind())), house.amount(-beside.amountMinor()));
        }
        if (invoice.roundingMinor() != 0) {
            table.row(SheetLayout.text(words.of("invoice.rounding")), house.amount(-invoice.roundingMinor()));
        }
        for (SaleInvoice.Payment payment : invoice.payments()) {
            boolean isChange = payment.kind().equals("CASH") && payment.amountMinor() < 0 && !invoice.isCredit();
            String key = "invoice.tender." + (isChange ? "CHANGE" : payment.kind());
            String label = words.knows(key) ? words.with(key, payment.detail()).strip() : payment.kind();
            table.row(SheetLayout.text(label), house.amount(payment.amountMinor()));
        }
        return new Sheet.Figures(
                table.total(SheetLayout.text(words.of("invoice.total")), house.amount(invoice.totalMinor())));
    }
}
