package org.tillwright.register.receipts;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.receipt.ReceiptLayout;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.CartDrawing;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;

/** The journal of this register's sales: find one, look at its receipt, copy it, take goods of it back, undo it. */
public final class JournalTalk {

    /** Characters in a line of the receipt on the screen. */
    private static final int COLUMNS = 42;

    private static final String SALE = "sale:";
    private static final String COPY = "copy";
    private static final String RETURN = "return";
    private static final String UNDO = "undo";
    private static final String SEND = "send";
    private static final String GAP = " {2,}";

    private final SaleSession sale;
    private final Conversation talk;
    private final SaleSearch search;
    private final Ways ways;
    private final Executor background;
    private final Executor answers;

    public JournalTalk(
            SaleSession sale, Conversation talk, SaleSearch search, Ways ways, Executor background, Executor answers) {
        this.sale = sale;
        this.talk = talk;
        this.search = search;
        this.ways = ways;
        this.background = background;
        this.answers = answers;
    }

    /** What else can be done with a sale. */
    public interface Ways {

        /** Takes goods of it back. */
        void takeBack(FinishedSale of);

        /** Undoes all of it. */
        void undo(FinishedSale of);

        /** True where receipts are sent by e-mail or to phones. */
        default boolean canSend() {
            return false;
        }

        /** Sends its receipt once more. */
        default void send(FinishedSale of) {}
    }

    /** Shows the newest sales, or those that fit what was keyed before. */
    public void begin(String keyed) {
        Listed list = new Listed(this::show);
        list.look(keyed);
    }

    /** Lets the operator choose the sale that is undone. */
    public void beginUndo(String keyed) {
        Listed list = new Listed(ways::undo);
        list.look(keyed);
    }

    /** The list while it is shown. */
    private final class Listed implements Choosing {

        private final Consumer<FinishedSale> then;
        private List<FinishedSale> found = List.of();
        private String wanted = "";
        private boolean isOpen;

        Listed(Consumer<FinishedSale> then) {
            this.then = then;
        }

        /** Looks in the background; an answer that comes after another question is not shown. */
        void look(String text) {
            wanted = text;
            ZoneId zone = zone();
            background.execute(() -> {
                try {
                    List<FinishedSale> fitting = search.find(text, zone);
                    answers.execute(() -> show(text, fitting));
                } catch (JournalException e) {
                    answers.execute(() -> warn(e.notice()));
                }
            });
        }

        private void show(String text, List<FinishedSale> fitting) {
            if (text.equals(wanted)) {
                found = fitting;
                if (isOpen) {
                    talk.refresh();
                } else {
                    isOpen = true;
                    talk.choose(this::choices, this);
                }
            }
        }

        private Choices choices(Texts texts) {
            return new Choices(
                    texts.text("journal.title"),
                    texts.text("journal.detail"),
                    texts.text("journal.hint"),
                    found.stream().map(each -> row(each, texts)).toList(),
                    texts.text("journal.nothing"));
        }

        @Override
        public void typed(String text) {
            look(text);
        }

        @Override
        public void chosen(String id) {
            found.stream()
                    .filter(each -> id.equals(SALE + each.record().sequence()))
                    .findFirst()
                    .ifPresent(then);
        }

        @Override
        public boolean scanned(String code) {
            look(code);
            return true;
        }
    }

    private Choices.Row row(FinishedSale finished, Texts texts) {
        SaleMessage message = finished.sale();
        LocalDateTime ended = LocalDateTime.ofInstant(message.endedAt(), zone());
        Stream<String> beside = message.details().taken().stream().map(taken -> CartDrawing.nameOf(taken, texts));
        String goods = Stream.concat(message.lines().stream().map(SaleMessage.Line::description), beside)
                .limit(3)
                .collect(Collectors.joining(", "));
        String kind = message.details().postVoidOf() != null
                ? texts.text("journal.undoes")
                : finished.payable().isNegative() ? texts.text("journal.refund") : "";
        return new Choices.Row(
                SALE + finished.record().sequence(),
                texts.text("journal.sale", Long.toString(finished.record().sequence()), texts.dateAndTime(ended)),
                kind.isEmpty() ? goods : kind + " \u00b7 " + goods,
                texts.figures().amount(finished.payable()));
    }

    // ---------------------------------------------------------------- one sale

    private void show(FinishedSale finished) {
        talk.choose(texts -> receipt(finished, texts), new Choosing() {
            @Override
            public void chosen(String id) {
                does(id, finished);
            }
        });
    }

    private void does(String id, FinishedSale finished) {
        switch (id) {
            case COPY -> copy(finished);
            case RETURN -> ways.takeBack(finished);
            case UNDO -> ways.undo(finished);
            case SEND -> ways.send(finished);
            default -> {
                // a line of the receipt: there is nothing to do with it
            }
        }
    }

    private void copy(FinishedSale finished) {
        SaleOutcome outcome = sale.books().reprint(finished);
        if (outcome instanceof SaleOutcome.Copied copied) {
            talk.say(Announcement.done(talk.texts().text("journal.copied", Integer.toString(copied.number()))));
        } else if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
        }
    }

    /** What can be done comes first; below it is the receipt, as it looks on paper. */
    private Choices receipt(FinishedSale finished, Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        rows.add(new Choices.Row(COPY, texts.text("journal.copy"), texts.text("journal.copy.detail"), ""));
        if (finished.sale().details().postVoidOf() == null) {
            rows.add(new Choices.Row(RETURN, texts.text("journal.return"), texts.text("journal.return.detail"), ""));
            rows.add(new Choices.Row(UNDO, texts.text("journal.undo"), texts.text("journal.undo.detail"), ""));
        }
        if (ways.canSend()) {
            rows.add(new Choices.Row(SEND, texts.text("journal.send"), "", ""));
        }
        Catalogue catalogue = sale.catalogue();
        int number = 0;
        for (Receipt.ReceiptLine line :
                new ReceiptLayout(catalogue, texts, COLUMNS).original(finished).lines()) {
            if (line instanceof Receipt.Text text && !text.text().isBlank()) {
                String[] ends = text.text().strip().split(GAP, 2);
                rows.add(Choices.Row.text("line " + number, ends[0], ends.length > 1 ? ends[1].strip() : ""));
                number++;
            }
        }
        return new Choices(
                texts.text("journal.receipt", Long.toString(finished.record().sequence())),
                "",
                texts.text("journal.receipt.hint"),
                rows,
                "");
    }

    private ZoneId zone() {
        return ZoneId.of(sale.catalogue().store().timeZone());
    }

    private void warn(Notice notice) {
        talk.say(Announcement.warning(talk.texts().text(notice)));
    }
}
