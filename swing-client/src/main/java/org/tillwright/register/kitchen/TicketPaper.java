package org.tillwright.register.kitchen;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Align;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.kitchen.KitchenTicket.Change;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.order.PickupNumber;
import org.tillwright.wire.receipt.Columns;
import org.tillwright.wire.receipt.PaperWriter;

/** Lays a ticket out for people who read it from a metre away with their hands full. In the store's language. One use. */
final class TicketPaper {

    private final KitchenTicket ticket;
    private final Catalogue catalogue;
    private final Texts texts;
    private final int columns;
    private final List<ReceiptLine> lines = new ArrayList<>();

    TicketPaper(KitchenTicket ticket, Catalogue catalogue, int columns) {
        this.ticket = ticket;
        this.catalogue = catalogue;
        this.texts = Texts.of(catalogue.store().language());
        this.columns = columns;
    }

    /**
     * Returns the paper.
     *
     * @param mayBeRepeat whether it may have been printed before
     * @param printedAt the station that prints it, where that is another than the one it is for; else null
     */
    Receipt lay(boolean mayBeRepeat, @Nullable String printedAt) {
        String station = Kitchen.nameOf(catalogue, ticket.stationId(), texts.language());
        large(station);
        if (printedAt != null) {
            centred(
                    texts.text("ticket.printed-at", Kitchen.nameOf(catalogue, printedAt, texts.language())),
                    Style.BOLD);
        }
        if (mayBeRepeat) {
            large(texts.text("ticket.repeat"));
            centred(texts.text("ticket.repeat-why"), Style.BOLD);
        }
        large(ticket.pickup());
        commonMode().ifPresent(mode -> centred(texts.text(word(mode)), Style.TALL));
        String label = ticket.label();
        if (label != null) {
            centred(label, Style.TALL);
        }
        both(
                DateTimeFormatter.ofPattern("HH:mm").format(BusinessDay.localTime(ticket.madeAt(), catalogue.store())),
                texts.text("ticket.by", ticket.operatorName(), ticket.register()));
        if (ticket.number() > 1) {
            left(texts.text("ticket.number", Long.toString(ticket.number())), Style.NORMAL);
        }
        rule();
        ticket.changes().forEach(this::change);
        rule();
        lines.add(new Barcode(Symbology.CODE128, PickupNumber.CODE_PREFIX + ticket.pickup()));
        lines.add(new Cut());
        return new Receipt(lines);
    }

    /** Where all of it is eaten, if that is one place. */
    private Optional<String> commonMode() {
        Set<String> modes = ticket.changes().stream()
                .map(change -> Objects.requireNonNullElse(change.line().serviceMode(), ""))
                .collect(Collectors.toSet());
        return modes.size() == 1
                ? modes.stream().filter(mode -> !mode.isEmpty()).findFirst()
                : Optional.empty();
    }

    private static String word(String mode) {
        return mode.equals(ServiceMode.EAT_IN.name()) ? "ticket.eat-in" : "ticket.take-away";
    }

    private void change(Change change) {
        KitchenLine line = change.line();
        if (change.calledOff()) {
            left(texts.text("ticket.called-off"), Style.TALL);
        }
        String amount = texts.figures().quantity(new Quantity(line.quantityMilli()));
        String unit = line.unit().equals(Unit.PIECE.name())
                ? texts.text("ticket.times")
                : texts.text("receipt.unit." + line.unit().toLowerCase(Locale.ROOT));
        left((change.calledOff() ? "- " : "") + amount + " " + unit + " " + line.name(), Style.TALL);
        line.modifiers().forEach(modifier -> left("    + " + modifier, Style.BOLD));
        String wish = line.instruction();
        if (wish != null) {
            left("    ! " + wish, Style.BOLD);
        }
        String mode = line.serviceMode();
        if (mode != null && commonMode().isEmpty()) {
            left("    " + texts.text(word(mode)), Style.BOLD);
        }
    }

    private void large(String text) {
        Columns.wrap(PaperWriter.clean(text), columns / Style.LARGE.width())
                .forEach(part -> lines.add(Text.centred(part, Style.LARGE)));
    }

    private void centred(String text, Style style) {
        Columns.wrap(PaperWriter.clean(text), columns).forEach(part -> lines.add(Text.centred(part, style)));
    }

    /** What goes on in the next line begins under the words, not under the figure. */
    private void left(String text, Style style) {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        List<String> parts = Columns.wrap(PaperWriter.clean(text.strip()), columns - indent.length() - 4);
        for (int i = 0; i < parts.size(); i++) {
            lines.add(new Text(indent + (i == 0 ? "" : "    ") + parts.get(i), style, Align.LEFT));
        }
    }

    private void both(String left, String right) {
        lines.add(Text.of(Columns.both(PaperWriter.clean(left), PaperWriter.clean(right), columns)));
    }

    private void rule() {
        lines.add(Text.of("-".repeat(columns)));
    }
}
