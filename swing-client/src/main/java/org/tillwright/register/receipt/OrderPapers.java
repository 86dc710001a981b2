package org.tillwright.register.receipt;

import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.receipt.PaperLine;
import org.tillwright.wire.receipt.PaperLine.Align;
import org.tillwright.wire.receipt.PaperLine.Style;
import org.tillwright.wire.receipt.PaperWriter;

/** Lays out papers that are no receipts: slips of parked sales, quotations, and what is in hand of goods set aside. */
public final class OrderPapers {

    /** Goods on one paper; a roll has an end, and the rest is counted. */
    static final int MAX_GOODS = 500;

    private final Catalogue catalogue;
    private final Texts texts;
    private final PaperWriter paper;

    /** Lays out one paper; another one takes another of these. */
    public OrderPapers(Catalogue catalogue, Texts texts, int columns) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.paper = new PaperWriter(columns);
    }

    /** The slip of a parked sale. */
    public Receipt slip(SuspendedSaleMessage parked) {
        paper.headline(texts.text("paper.parked"), Style.LARGE);
        noReceipt();
        String label = parked.label();
        if (label != null) {
            paper.wrapped(label, Style.BOLD, Align.CENTRE);
        }
        paper.both(
                texts.dateAndTime(BusinessDay.localTime(parked.suspendedAt(), catalogue.store())),
                texts.text("receipt.served-by", parked.operatorName()));
        parked.firstItems().forEach(item -> paper.left(PaperWriter.clean(item)));
        if (parked.lineCount() > parked.firstItems().size()) {
            paper.left("...");
        }
        paper.both(texts.text("paper.total"), amount(parked.totalMinor(), parked.currency()));
        paper.add(new PaperLine.Barcode(
                SuspendedSaleMessage.CODE_PREFIX + SuspendedSaleMessage.codeOf(parked.suspendedSaleId())));
        return cut();
    }

    /** A quotation, or what a customer has in hand of a layaway. */
    public Receipt order(OrderSummary order, List<OrderMessage.Line> goods) {
        head();
        paper.headline(texts.text("paper." + order.kind()), Style.LARGE);
        noReceipt();
        paper.both(
                texts.text("paper.number", Long.toString(order.number())),
                texts.dateAndTime(BusinessDay.localTime(order.madeAt(), catalogue.store())));
        paper.both(texts.text("receipt.served-by", order.operatorName()), "");
        String name = order.customerName();
        if (name != null) {
            paper.wrapped(texts.text("paper.for", name), Style.NORMAL, Align.LEFT);
        }
        paper.rule('-');
        goods.stream().limit(MAX_GOODS).forEach(line -> goods(line, order.currency()));
        if (goods.size() > MAX_GOODS) {
            paper.left(texts.text("paper.more", Integer.toString(goods.size() - MAX_GOODS)));
        }
        paper.rule('-');
        paper.both(texts.text("paper.total"), amount(order.totalMinor(), order.currency()));
        if (order.depositsMinor() != 0) {
            paper.both(texts.text("paper.deposited"), amount(order.depositsMinor(), order.currency()));
            paper.both(texts.text("paper.open"), amount(order.openMinor(), order.currency()));
        }
        String until = texts.text("paper.until." + order.kind(), texts.date(order.validUntil()));
        paper.wrapped(until, Style.BOLD, Align.LEFT);
        paper.add(new PaperLine.Barcode(OrderMessage.CODE_PREFIX + order.number()));
        noReceipt();
        return cut();
    }

    private void goods(OrderMessage.Line line, String currency) {
        paper.wrapped(line.description(), Style.NORMAL, Align.LEFT);
        String count = texts.figures().quantity(new Quantity(line.quantityMilli()));
        paper.both("  " + count, amount(line.extendedMinor(), currency));
    }

    private void head() {
        SnapshotMessage.Store store = catalogue.store();
        paper.headline(store.name(), Style.LARGE);
        store.addressLines().forEach(paper::centred);
        paper.blank();
    }

    /** Nobody shall take it for a receipt. */
    private void noReceipt() {
        paper.wrapped(texts.text("paper.no-receipt"), Style.BOLD, Align.CENTRE);
    }

    private Receipt cut() {
        paper.add(new PaperLine.Cut());
        return Papers.of(paper.lines(), null);
    }

    private String amount(long minor, String currency) {
        return texts.amount(new Money(Currency.of(currency), minor));
    }
}
