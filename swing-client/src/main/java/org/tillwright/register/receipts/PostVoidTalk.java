package org.tillwright.register.receipts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.returning.ReasonTalk;
import org.tillwright.register.returning.ReceiptFinder;
import org.tillwright.register.returning.RefundDoing.CardRefunds;
import org.tillwright.register.returning.Surroundings.Allowing;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.PostVoids;

/**
 * Undoes a finished sale of the open till by another one: every line back, every tender back. Each card payment is undone at the
 * terminal first, and what became of it is on disk before the next step, so that a crash in between undoes nothing twice.
 */
public final class PostVoidTalk {

    private static final String DO = "do";
    private static final String DONE = "done";
    private static final String NOT_DONE = "not-done";

    private final SaleSession sale;
    private final TillSession till;
    private final Conversation talk;
    private final Tools tools;
    private final BiConsumer<FinishedSale, Texts> finished;

    /**
     * What undoing works with.
     *
     * @param cards the way back to cards
     * @param undone which card payments of a sale were undone already
     */
    public record Tools(
            ReceiptFinder receipts,
            Allowing allowing,
            CardRefunds cards,
            UndoneCards undone,
            Executor answers,
            Clock clock,
            Supplier<UUID> ids) {}

    public PostVoidTalk(
            SaleSession sale,
            TillSession till,
            Conversation talk,
            Tools tools,
            BiConsumer<FinishedSale, Texts> finished) {
        this.sale = sale;
        this.till = till;
        this.talk = talk;
        this.tools = tools;
        this.finished = finished;
    }

    /** Undoes a sale, after everything that stands in the way was looked at. */
    public void begin(FinishedSale original) {
        Notice obstacle = obstacle(original);
        if (obstacle != null) {
            talk.leave();
            warn(obstacle);
            return;
        }
        talk.await(texts -> texts.text("undoing.looking"));
        Object waiting = talk.open();
        tools.receipts().whetherTouched(original.transactionId(), (isTouched, why) -> {
            if (talk.isOpen(waiting)) {
                talk.leave();
                if (why != null) {
                    warn(why);
                } else if (isTouched) {
                    warn(Notice.of("undoing.touched", number(original)));
                } else {
                    allowed(original);
                }
            }
        });
    }

    private @Nullable Notice obstacle(FinishedSale original) {
        SaleMessage told = original.sale();
        boolean gaveToCard =
                told.tenders().stream().anyMatch(tender -> tender.card() != null && tender.amountMinor() < 0);
        boolean isByPhone =
                told.tenders().stream().anyMatch(tender -> tender.type().equals(TenderType.WALLET.name()));
        if (sale.isTraining()) {
            return Notice.of("undoing.training");
        } else if (!sale.isEmpty()) {
            return Notice.of("sale.finish-this-first");
        } else if (!till.isOpen() || !told.tillSessionId().equals(till.requireId())) {
            return Notice.of("undoing.other-till", number(original));
        } else if (PostVoids.isOne(told)) {
            return Notice.of("undoing.undoes", number(original));
        } else if (gaveToCard) {
            return Notice.of("undoing.card-refund", number(original));
        }
        return isByPhone ? Notice.of("undoing.by-phone", number(original)) : null;
    }

    private void allowed(FinishedSale original) {
        boolean may = sale.operator()
                .map(SnapshotMessage.Operator::permissions)
                .filter(permissions -> permissions.contains(Permissions.POST_VOID))
                .isPresent();
        if (may) {
            why(original);
        } else {
            NeedsApproval needed = new NeedsApproval(
                    Permissions.POST_VOID, "POST_VOID", original.transactionId().toString(), original.total());
            tools.allowing().ask(needed, approver -> why(original));
        }
    }

    private void why(FinishedSale original) {
        new ReasonTalk(talk).why(sale.catalogue(), "POST_VOID", "undoing.reason", reason -> confirm(original, reason));
    }

    private void confirm(FinishedSale original, @Nullable String reason) {
        talk.ask(
                texts -> new Question(
                        texts.text("undoing.question", number(original), texts.amount(original.total())),
                        texts.text("undoing.detail", ways(original, texts)),
                        List.of(
                                new Question.Answer("keep", texts.text("undoing.keep"), false),
                                new Question.Answer(DO, texts.text("undoing.do"), true))),
                answer -> {
                    if (answer.equals(DO)) {
                        cards(new Doing(original, reason));
                    }
                });
    }

    /** What goes back which way; cash and its change in one. */
    private static String ways(FinishedSale original, Texts texts) {
        Map<String, Long> sums = original.sale().tenders().stream()
                .collect(Collectors.groupingBy(
                        SaleMessage.Tender::type, Collectors.summingLong(SaleMessage.Tender::amountMinor)));
        List<String> ways = new ArrayList<>();
        sums.forEach((type, minor) -> ways.add(
                texts.text("refund.way." + type.toLowerCase(Locale.ROOT).replace('_', '-')) + " "
                        + texts.amount(original.money(minor))));
        return String.join(" \u00b7 ", ways);
    }

    // ---------------------------------------------------------------- cards, one after the other

    /** A sale that is being undone. */
    private record Doing(FinishedSale original, @Nullable String reason) {}

    private void cards(Doing doing) {
        try {
            UndoneCards.State state = tools.undone().of(doing.original().transactionId());
            List<SaleMessage.Tender> tenders = doing.original().sale().tenders();
            for (int i = 0; i < tenders.size(); i++) {
                SaleMessage.Card card = tenders.get(i).card();
                if (card != null && !state.done().containsKey(i)) {
                    if (state.asked().contains(i) || card.scheme().equals("UNCLEAR")) {
                        byHand(doing, i, card);
                    } else {
                        undo(doing, i, card);
                    }
                    return;
                }
            }
            record(doing, state.done());
        } catch (JournalException e) {
            warn(e.notice());
        }
    }

    private void undo(Doing doing, int index, SaleMessage.Card card) throws JournalException {
        Money amount = amount(doing, index);
        if (!tools.cards().isThere()) {
            warn(Notice.of("refund.no-terminal"));
            return;
        }
        tools.undone().asked(doing.original().transactionId(), index);
        talk.hold(texts -> texts.text("undoing.card.waiting", texts.amount(amount)));
        var unused = tools.cards()
                .refund(CardRefund.undoing(amount, card))
                .whenComplete(
                        (result, failure) -> tools.answers().execute(() -> answered(doing, index, result, failure)));
    }

    private void answered(Doing doing, int index, @Nullable CardResult result, @Nullable Throwable failure) {
        talk.leave();
        UUID id = doing.original().transactionId();
        try {
            if (result instanceof CardResult.Approved approved) {
                tools.undone().done(id, index, approved.card());
                cards(doing);
            } else if (result instanceof CardResult.Unknown) {
                byHand(
                        doing,
                        index,
                        doing.original().sale().tenders().get(index).card());
            } else {
                tools.undone().notDone(id, index);
                talk.say(Announcement.warning(why(amount(doing, index), result, failure)));
            }
        } catch (JournalException e) {
            warn(e.notice());
        }
    }

    private String why(Money amount, @Nullable CardResult result, @Nullable Throwable failure) {
        if (result instanceof CardResult.Declined declined) {
            String reason = declined.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return talk.texts().text("undoing.card." + reason, talk.texts().amount(amount));
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException device) {
            return talk.texts().text(device.textKey());
        }
        throw new IllegalStateException("the card terminal's lane ended unexpectedly", cause);
    }

    /** Nobody knows what the terminal did: a person reads its own receipt, or undoes the payment there by hand. */
    private void byHand(Doing doing, int index, SaleMessage.@Nullable Card card) {
        Money amount = amount(doing, index);
        talk.ask(
                texts -> new Question(
                        texts.text("undoing.card.question", texts.amount(amount)),
                        texts.text("undoing.card.detail"),
                        List.of(
                                new Question.Answer("look", texts.text("undoing.card.look"), false),
                                new Question.Answer(NOT_DONE, texts.text("undoing.card.not-done"), false),
                                new Question.Answer(DONE, texts.text("undoing.card.done"), true))),
                answer -> told(doing, index, card, answer));
    }

    private void told(Doing doing, int index, SaleMessage.@Nullable Card card, String answer) {
        UUID id = doing.original().transactionId();
        try {
            if (answer.equals(DONE) && card != null) {
                Notice obstacle = sale.writeDown("CARD_UNDONE_BY_HAND", id + " " + amount(doing, index));
                if (obstacle != null) {
                    warn(obstacle);
                    return;
                }
                tools.undone().done(id, index, card);
                cards(doing);
            } else if (answer.equals(NOT_DONE)) {
                tools.undone().notDone(id, index);
                warn(Notice.of("undoing.not-undone", number(doing.original())));
            } else {
                warn(Notice.of("undoing.open", number(doing.original())));
            }
        } catch (JournalException e) {
            warn(e.notice());
        }
    }

    // ---------------------------------------------------------------- the record

    private void record(Doing doing, Map<Integer, SaleMessage.Card> cards) {
        SaleMessage original = doing.original().sale();
        Instant now = tools.clock().instant();
        SaleOutcome outcome = sale.books()
                .record((who, open) -> PostVoids.undoing(
                        original,
                        new PostVoids.Undoing(
                                tools.ids().get(),
                                open.requireId(),
                                who.operatorId(),
                                open.businessDay(),
                                now,
                                now,
                                cards,
                                doing.reason())));
        talk.leave();
        if (outcome instanceof SaleOutcome.Finished done) {
            finished.accept(done.sale(), talk.texts());
            talk.say(Announcement.done(talk.texts().text("undoing.undone", number(doing.original()))));
        } else if (outcome instanceof SaleOutcome.Said said) {
            talk.say(Announcement.refused(talk.texts().text(said.notice())));
        }
    }

    private static Money amount(Doing doing, int index) {
        return doing.original()
                .money(doing.original().sale().tenders().get(index).amountMinor());
    }

    private static String number(FinishedSale finished) {
        return Long.toString(finished.record().sequence());
    }

    private void warn(Notice notice) {
        talk.say(Announcement.warning(talk.texts().text(notice)));
    }
}
