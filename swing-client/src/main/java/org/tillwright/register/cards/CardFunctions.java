package org.tillwright.register.cards;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cards.CardDayEnd.Outcome;
import org.tillwright.register.cards.CardRequest.State;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;

/** What is done at the card terminal beside payments: its end of day, and the list of what is not settled. Event thread only. */
public final class CardFunctions {

    private static final String LATER = "later";
    private static final String CLOSE = "close";
    private static final String LOOK = "look";
    private static final String CHARGED = "charged";
    private static final String NOT_CHARGED = "not-charged";

    private final CardDesk desk;
    private final SaleSession sale;
    private final Conversation talk;
    private final BiConsumer<NeedsApproval, Consumer<SnapshotMessage.Operator>> allowing;
    private final Executor answers;

    /**
     * @param allowing finds whoever may do something, and goes on in their name
     * @param answers runs what follows the terminal's answer on the event thread
     */
    public CardFunctions(
            CardDesk desk,
            SaleSession sale,
            Conversation talk,
            BiConsumer<NeedsApproval, Consumer<SnapshotMessage.Operator>> allowing,
            Executor answers) {
        this.desk = desk;
        this.sale = sale;
        this.talk = talk;
        this.allowing = allowing;
        this.answers = answers;
    }

    public void into(Functions functions) {
        functions.put(FunctionId.CARD_DAY_END, keyed -> dayEnd());
        functions.put(FunctionId.CARD_OPEN, keyed -> open());
    }

    // ---------------------------------------------------------------- end of day

    private void dayEnd() {
        if (!desk.isThere()) {
            warn(Notice.of("tendering.no-terminal"));
        } else if (sale.isTraining()) {
            warn(Notice.of("training.not-this"));
        } else if (!sale.isEmpty()) {
            warn(Notice.of("sale.finish-this-first"));
        } else {
            NeedsApproval needed = new NeedsApproval(Permissions.SETTLE_TILL, "CARD_DAY_END", null, null);
            allowing.accept(needed, this::confirm);
        }
    }

    private void confirm(SnapshotMessage.Operator operator) {
        talk.ask(
                texts -> new Question(
                        texts.text("card.day.question"),
                        texts.text("card.day.detail"),
                        List.of(
                                new Question.Answer(LATER, texts.text("card.day.later"), false),
                                new Question.Answer(CLOSE, texts.text("card.day.close"), false))),
                answer -> {
                    if (answer.equals(CLOSE)) {
                        close(operator);
                    }
                });
    }

    private void close(SnapshotMessage.Operator operator) {
        Catalogue catalogue = sale.catalogue();
        CardDayEnd.By by = new CardDayEnd.By(
                catalogue.store().storeId(),
                operator.operatorId(),
                new SellingRule(catalogue.number(), catalogue.taxPolicy()));
        talk.hold(texts -> texts.text("card.day.closing"));
        var unused = desk.closeDay(catalogue.currency(), by)
                .whenComplete((outcome, failure) -> answers.execute(() -> closed(outcome, failure)));
    }

    private void closed(@Nullable Outcome outcome, @Nullable Throwable failure) {
        talk.leave();
        Texts texts = talk.texts();
        if (outcome instanceof Outcome.Closed closed) {
            told(closed, texts);
        } else if (outcome instanceof Outcome.Refused refused) {
            warn(Notice.of("card.day.refused", refused.code()));
        } else if (outcome instanceof Outcome.Unknown) {
            talk.say(Announcement.refused(texts.text("card.day.unknown")));
        } else {
            warn(Notice.of(failureKey(failure)));
        }
    }

    /** Both figures, whether or not they are the same: the paper of the terminal has only its own. */
    private void told(Outcome.Closed closed, Texts texts) {
        String terminal = texts.amount(closed.total());
        String known = texts.amount(closed.known());
        boolean isToldNone = closed.settlement().terminalMinor() == null;
        if (isToldNone) {
            talk.say(Announcement.warning(texts.text("card.day.no-total", known)));
        } else if (closed.isEqual()) {
            talk.say(Announcement.done(texts.text("card.day.closed", terminal)));
        } else {
            talk.say(Announcement.warning(texts.text("card.day.differs", terminal, known)));
        }
    }

    private static String failureKey(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException device) {
            return device.textKey();
        }
        throw new IllegalStateException("the terminal's lane ended unexpectedly", failure);
    }

    // ---------------------------------------------------------------- what is not settled

    private void open() {
        talk.choose(
                texts -> new Choices(
                        texts.text("card.open.title"),
                        texts.text("card.open.detail"),
                        texts.text("card.open.hint"),
                        desk.open().stream().map(request -> row(request, texts)).toList(),
                        texts.text("card.open.none")),
                id -> desk.open().stream()
                        .filter(request -> request.id().toString().equals(id))
                        .findFirst()
                        .ifPresent(this::chosen));
    }

    private static Choices.Row row(CardRequest request, Texts texts) {
        boolean isStuck = request.stateOf() == State.STUCK;
        String state = isStuck ? "stuck" : request.isWanted() ? "asking" : "undoing";
        return new Choices.Row(
                request.id().toString(),
                texts.text("card.open.kind." + request.kind().toLowerCase(Locale.ROOT)),
                texts.text("card.open.state." + state),
                texts.amount(request.amount()));
    }

    /** The terminal settles everything but what it cannot tell of: only there a person says what its papers show. */
    private void chosen(CardRequest request) {
        if (request.stateOf() != State.STUCK) {
            talk.leave();
            talk.say(Announcement.information(talk.texts().text("card.open.by-itself", amount(request))));
            return;
        }
        NeedsApproval needed = new NeedsApproval(Permissions.POST_VOID, "CARD_STUCK", null, request.amount());
        allowing.accept(needed.of(request.owner()), operator -> decide(request));
    }

    private void decide(CardRequest request) {
        String why = "card.stuck." + request.why();
        talk.ask(
                texts -> new Question(
                        texts.text("card.stuck.question", texts.amount(request.amount())),
                        texts.text(why),
                        List.of(
                                new Question.Answer(LOOK, texts.text("card.unclear.look"), false),
                                new Question.Answer(NOT_CHARGED, texts.text("card.stuck.not-moved"), false),
                                new Question.Answer(CHARGED, texts.text("card.stuck.moved"), false))),
                answer -> decided(request, answer));
    }

    private void decided(CardRequest request, String answer) {
        if (!answer.equals(CHARGED) && !answer.equals(NOT_CHARGED)) {
            return;
        }
        String event = answer.equals(CHARGED) ? "CARD_UNCLEAR_CHARGED" : "CARD_UNCLEAR_NOT_CHARGED";
        Notice obstacle = sale.writeDown(event, request.owner(), request.kind() + " " + request.amount());
        try {
            if (obstacle == null) {
                desk.decided(request);
            }
        } catch (JournalException e) {
            obstacle = e.notice();
        }
        talk.say(
                obstacle == null
                        ? Announcement.done(talk.texts().text("card.stuck.written", amount(request)))
                        : Announcement.refused(talk.texts().text(obstacle)));
    }

    private String amount(CardRequest request) {
        return talk.texts().amount(request.amount());
    }

    private void warn(Notice notice) {
        talk.say(Announcement.warning(talk.texts().text(notice)));
    }
}
