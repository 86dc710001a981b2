package org.tillwright.register.receipt;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.SuspendedSaleMessage;

/** Lays out papers that are no receipts: slips of parked sales, quotations, and what is in hand of goods set aside. */
public final class OrderPapers {

    /** Goods on one paper; a roll has an end, and the rest is counted. */
    static final int MAX_GOODS = 500;

    private final Catalogue catalogue;
    private final Texts texts;
    private final int columns;

    public OrderPapers(Catalogue catalogue, Texts texts, int columns) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.columns = Math.max(columns, ReceiptLayout.MIN_COLUMNS);
    }

    /** The slip of a parked sale. */
    public Receipt slip(SuspendedSaleMessage parked) {
        List<ReceiptLine> lines = new ArrayList<>();
        lines.add(Text.centred(texts.text("paper.parked"), Style.LARGE));
        no(lines);
        String label = parked.label();
        if (label != null) {
            centred(lines, label, Style.BOLD);
        }
        both(
                lines,
                texts.dateAndTime(BusinessDay.localTime(parked.suspendedAt(), catalogue.store())),
                texts.text("receipt.served-by", parked.operatorName()));
        parked.firstItems().forEach(item -> lines.add(Text.of(Columns.cut(clean(item), columns))));
        if (parked.lineCount() > parked.firstItems().size()) {
            lines.add(Text.of("..."));
        }
        both(lines, texts.text("paper.total"), amount(parked.totalMinor(), parked.currency()));
        lines.add(new Receipt.Barcode(
                Receipt.Symbology.CODE128,
                SuspendedSaleMessage.CODE_PREFIX + SuspendedSaleMessage.codeOf(parked.suspendedSaleId())));
        lines.add(new Receipt.Cut());
        return new Receipt(lines);
    }

    /** A quotation, or what a customer has in hand of a layaway. */
    public Receipt order(OrderSummary order, List<OrderMessage.Line> goods) {
        List<ReceiptLine> lines = new ArrayList<>();
        head(lines);
        lines.add(Text.centred(texts.text("paper." + order.kind()), Style.LARGE));
        no(lines);
        both(
                lines,
                texts.text("paper.number", Long.toString(order.number())),
                texts.dateAndTime(BusinessDay.localTime(order.madeAt(), catalogue.store())));
        both(lines, texts.text("receipt.served-by", order.operatorName()), "");
        String name = order.customerName();
        if (name != null) {
            Columns.wrap(clean(texts.text("paper.for", name)), columns).forEach(text -> lines.add(Text.of(text)));
        }
        rule(lines);
        goods.stream().limit(MAX_GOODS).forEach(line -> goods(lines, line, order.currency()));
        if (goods.size() > MAX_GOODS) {
            lines.add(Text.of(texts.text("paper.more", Integer.toString(goods.size() - MAX_GOODS))));
        }
        rule(lines);
        both(lines, texts.text("paper.total"), amount(order.totalMinor(), order.currency()));
        if (order.depositsMinor() != 0) {
            both(lines, texts.text("paper.deposited"), amount(order.depositsMinor(), order.currency()));
            both(lines, texts.text("paper.open"), amount(order.openMinor(), order.currency()));
        }
        String until = texts.text("paper.until." + order.kind(), texts.date(order.validUntil()));
        Columns.wrap(clean(until), columns).forEach(text -> lines.add(Text.of(text, Style.BOLD)));
        lines.add(new Receipt.Barcode(Receipt.Symbology.CODE128, OrderMessage.CODE_PREFIX + order.number()));
        no(lines);
        lines.add(new Receipt.Cut());
        return new Receipt(lines);
    }

    private void goods(List<ReceiptLine> lines, OrderMessage.Line line, String currency) {
        Columns.wrap(clean(line.description()), columns).forEach(text -> lines.add(Text.of(text)));
        String count = texts.figures().quantity(new Quantity(line.quantityMilli()));
        both(lines, "  " + count, amount(line.extendedMinor(), currency));
    }

    private void head(List<ReceiptLine> lines) {
        SnapshotMessage.Store store = catalogue.store();
        lines.add(Text.centred(Columns.cut(clean(store.name()), columns / 2), Style.LARGE));
        store.addressLines().forEach(line -> centred(lines, line, Style.NORMAL));
        lines.add(Text.of(""));
    }

    /** Nobody shall take it for a receipt. */
    private void no(List<ReceiptLine> lines) {
        centred(lines, texts.text("paper.no-receipt"), Style.BOLD);
    }

    private void centred(List<ReceiptLine> lines, String text, Style style) {
        Columns.wrap(clean(text), columns).forEach(line -> lines.add(Text.centred(line, style)));
    }

    private void both(List<ReceiptLine> lines, String left, String right) {
        lines.add(Text.of(Columns.both(clean(left), clean(right), columns)));
    }

    private void rule(List<ReceiptLine> lines) {
        lines.add(Text.of("-".repeat(columns)));
    }

    private String amount(long minor, String currency) {
        return texts.amount(new Money(Currency.of(currency), minor))
                .replace('\u2212', '-')
                .replace('\u00a0', ' ');
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
