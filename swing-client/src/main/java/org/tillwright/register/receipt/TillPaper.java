package org.tillwright.register.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.till.TillReport;

/** Lays out what a till prints beside receipts: slips of cash that moved, X and Z reports. */
public final class TillPaper {

    private static final int SIGNATURE_GAP = 2;

    private final Catalogue catalogue;
    private final Texts texts;
    private final int columns;
    private final List<ReceiptLine> lines = new ArrayList<>();

    /** Lays out one paper; another one takes another of these. */
    public TillPaper(Catalogue catalogue, Texts texts, int columns) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.columns = Math.max(columns, ReceiptLayout.MIN_COLUMNS);
    }

    /** A slip of cash that moved without a sale, with room for two to sign. */
    public Receipt slip(CashMovedMessage moved, String workstationId) {
        head(texts.text("till.paper." + moved.kind()));
        both(dateAndTime(moved.movedAt()), texts.text("receipt.register", workstationId));
        line(texts.text("till.paper.operator"), nameOf(moved.operatorId()));
        Money amount = new Money(Currency.of(moved.currency()), moved.amountMinor());
        rule();
        lines.add(Text.of(
                Columns.both(moved.currency(), plain(texts.amount(amount)), columns / Style.LARGE.width()),
                Style.LARGE));
        Long worth = moved.worthMinor();
        if (worth != null) {
            line(texts.text("till.paper.worth"), texts.amount(new Money(catalogue.currency(), worth)));
        }
        rule();
        String reason = moved.reason();
        if (reason != null) {
            line(texts.text("till.paper.reason"), nameOfReason(moved.kind(), reason));
        }
        String note = moved.note();
        if (note != null) {
            wrapped(note);
        }
        signature("till.paper.signed-by");
        signature("till.paper.received-by");
        return cut();
    }

    /** A report of the figures so far; it resets nothing. */
    public Receipt report(TillReport report, String workstationId) {
        return report(report, workstationId, List.of());
    }

    /** The report of a settled till, with what was counted. */
    public Receipt settled(TillSettledMessage settled, String workstationId) {
        TillReport report = settled.report();
        return report == null ? cut() : report(report, workstationId, List.of(settled));
    }

    /** The same again, marked. */
    public Receipt copy(TillSettledMessage settled, String workstationId) {
        return asCopy().settled(settled, workstationId);
    }

    /** Marks what is laid out next as a copy. */
    public TillPaper asCopy() {
        lines.add(Text.centred(texts.text("receipt.copy"), Style.LARGE));
        return this;
    }

    private Receipt report(TillReport report, String workstationId, List<TillSettledMessage> settled) {
        boolean isZ = report.kind().equals(TillReport.Z);
        head(texts.text(isZ ? "till.paper.z" : "till.paper.x", Long.toString(report.number())));
        both(texts.text("receipt.register", workstationId), texts.date(report.businessDay()));
        line(texts.text("till.paper.from"), dateAndTime(report.from()));
        line(texts.text("till.paper.to"), dateAndTime(report.to()));
        line(texts.text("till.paper.opened-by"), nameOf(report.openedBy()));
        line(texts.text(isZ ? "till.paper.closed-by" : "till.paper.operator"), nameOf(report.operatorId()));
        new TillFigures(this, report).write();
        settled.forEach(each -> new TillFigures(this, report).counted(each));
        if (!isZ) {
            rule();
            centred(texts.text("till.paper.not-final"));
        } else {
            signature("till.paper.signed-by");
            signature("till.paper.checked-by");
        }
        return cut();
    }

    // ---------------------------------------------------------------- lines, for the figures too

    Texts texts() {
        return texts;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    private void head(String title) {
        SnapshotMessage.Store store = catalogue.store();
        centred(store.name());
        store.addressLines().forEach(this::centred);
        String taxNumber = store.taxNumber();
        if (taxNumber != null) {
            centred(texts.text("receipt.tax-number", taxNumber));
        }
        lines.add(Text.of(""));
        Columns.wrap(clean(title), columns / Style.LARGE.width())
                .forEach(part -> lines.add(Text.centred(part, Style.LARGE)));
        lines.add(Text.of(""));
    }

    /** A title above some figures. */
    void section(String title) {
        rule();
        lines.add(Text.of(Columns.cut(clean(title), columns), Style.BOLD));
    }

    void line(String left, String right) {
        both(clean(left), right);
    }

    /** Three columns: what, how many, how much. */
    void counted(String left, long count, String amount) {
        String figures = Columns.right(Long.toString(count), 6) + Columns.right(plain(amount), 12);
        lines.add(Text.of(Columns.left(clean(left), columns - figures.length()) + figures));
    }

    private void both(String left, String right) {
        lines.add(Text.of(Columns.both(left, plain(right), columns)));
    }

    void rule() {
        lines.add(Text.of("-".repeat(columns)));
    }

    private void centred(String text) {
        Columns.wrap(clean(text), columns).forEach(part -> lines.add(Text.centred(part, Style.NORMAL)));
    }

    void wrapped(String text) {
        Columns.wrap(clean(text), columns).forEach(part -> lines.add(Text.of(part)));
    }

    private void signature(String key) {
        for (int i = 0; i < SIGNATURE_GAP; i++) {
            lines.add(Text.of(""));
        }
        lines.add(Text.of("_".repeat(columns)));
        lines.add(Text.of(Columns.cut(clean(texts.text(key)), columns)));
    }

    private Receipt cut() {
        lines.add(new Receipt.Cut());
        return new Receipt(lines);
    }

    private String dateAndTime(Instant instant) {
        return texts.dateAndTime(BusinessDay.localTime(instant, catalogue.store()));
    }

    String nameOf(String operatorId) {
        return catalogue
                .operatorById(operatorId)
                .map(SnapshotMessage.Operator::name)
                .orElse(operatorId);
    }

    String nameOfReason(String use, String reasonId) {
        Optional<Reason> found = catalogue.shop().reasons(use).stream()
                .filter(reason -> reason.reasonId().equals(reasonId))
                .findFirst();
        return found.map(reason ->
                        Shop.nameOf(reason, texts.language(), catalogue.store().language()))
                .orElse(reasonId);
    }

    /** Names come from people: what is no letter or sign is taken out, so that it cannot steer a printer. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String plain(String figure) {
        return clean(figure.replace('\u2212', '-').replace('\u00a0', ' '));
    }
}
