package org.tillwright.register.receipts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/**
 * Undoes what a terminal or a gateway moved for one sale, one payment after the other. What became of each is on disk before the
 * next step, so that a crash in between moves nothing twice.
 */
final class PaymentUndoing {

    private static final String LOOK = "look";
    private static final String DONE = "done";
    private static final String NOT_DONE = "not-done";

    private static final CardResult NEVER_ASKED = new CardResult.Declined(CardResult.Reason.CANCELLED, "");

    private final SaleSession sale;
    private final Conversation talk;
    private final PostVoidTalk.Tools tools;
    private final FinishedSale original;
    private final Consumer<Map<Integer, SaleMessage.Card>> done;

    /** @param done is told of the cards, by the place of their payments, when all money is where it was */
    PaymentUndoing(
            SaleSession sale,
            Conversation talk,
            PostVoidTalk.Tools tools,
            FinishedSale original,
            Consumer<Map<Integer, SaleMessage.Card>> done) {
        this.sale = sale;
        this.talk = talk;
        this.tools = tools;
        this.original = original;
        this.done = done;
    }

    /** Undoes the next payment that is not undone yet, and then the others. */
    void next() {
        try {
            UndonePayments.State state = tools.undone().of(original.transactionId());
            List<SaleMessage.Tender> tenders = original.sale().tenders();
            for (int i = 0; i < tenders.size(); i++) {
                SaleMessage.Tender tender = tenders.get(i);
                SaleMessage.Card card = tender.card();
                if (card != null && !state.done().containsKey(i)) {
                    if (state.asked().contains(i) && canAsk()) {
                        whatBecame(new Step(i, tender, null), state.done().values());
                    } else if (state.asked().contains(i) || card.scheme().equals("UNCLEAR")) {
                        byHand(new Step(i, tender, null));
                    } else {
                        card(new Step(i, tender, null), card);
                    }
                    return;
                } else if (tender.type().equals(TenderType.WALLET.name())
                        && !state.paidBack().contains(i)) {
                    wallet(i, tender, state.refunds().get(i));
                    return;
                }
            }
            done.accept(state.done());
        } catch (JournalException e) {
            warn(e.notice());
        }
    }

    /**
     * One payment that is being undone.
     *
     * @param refundId under which the gateway was asked; null for a card, and where it cannot be asked
     */
    private record Step(int index, SaleMessage.Tender tender, @Nullable UUID refundId) {

        boolean isWallet() {
            return tender.card() == null;
        }

        /** True where money had gone to the customer, and comes back. */
        boolean isCharge() {
            return tender.amountMinor() < 0;
        }

        String words() {
            return isCharge() ? "undoing.charge." : side();
        }

        /** Where a person looks what became of it. */
        String side() {
            return isWallet() ? "undoing.wallet." : "undoing.card.";
        }
    }

    // ---------------------------------------------------------------- cards

    private void card(Step step, SaleMessage.Card card) throws JournalException {
        Money amount = amount(step);
        if (!tools.cards().isThere()) {
            warn(Notice.of("refund.no-terminal"));
            return;
        }
        tools.undone().asked(original.transactionId(), step.index());
        talk.hold(texts -> texts.text(step.words() + "waiting", texts.amount(amount)));
        CompletableFuture<CardResult> asked = step.isCharge()
                ? tools.cards().charge(original.transactionId(), amount)
                : tools.cards().refund(CardRefund.undoing(amount, card).of(original.transactionId()));
        var unused =
                asked.whenComplete((result, failure) -> tools.answers().execute(() -> answered(step, result, failure)));
    }

    private boolean canAsk() {
        return tools.cards().canAsk(original.transactionId());
    }

    /** The answer was lost, or the program ended before it came: the terminal itself says what it did. */
    private void whatBecame(Step step, Collection<SaleMessage.Card> others) {
        talk.hold(texts -> texts.text(step.words() + "waiting", texts.amount(amount(step))));
        var unused = tools.cards()
                .whatBecame(original.transactionId())
                .whenComplete((result, failure) -> tools.answers().execute(() -> {
                    boolean isOther =
                            result instanceof CardResult.Approved approved && others.contains(approved.card());
                    // What the register asked last was another payment of this sale: this one was never asked for.
                    answered(step, isOther ? NEVER_ASKED : result, failure);
                }));
    }

    private void answered(Step step, @Nullable CardResult result, @Nullable Throwable failure) {
        talk.leave();
        try {
            if (result instanceof CardResult.Approved approved
                    && approved.amount().equals(amount(step))) {
                tools.undone().done(original.transactionId(), step.index(), approved.card());
                next();
            } else if (!(result instanceof CardResult.Declined) && !DeviceException.is(failure)) {
                lost(
                        step,
                        result); // nobody knows, or another amount moved than has to: a person puts that right at the
                // terminal
            } else {
                tools.undone().notDone(original.transactionId(), step.index());
                talk.say(Announcement.warning(why(step, result, failure)));
            }
        } catch (JournalException e) {
            warn(e.notice());
        }
    }

    private void lost(Step step, @Nullable CardResult result) {
        if (result instanceof CardResult.Approved || !canAsk()) {
            byHand(step);
        } else {
            warn(Notice.of("undoing.card.lost", number())); // it is asked again by itself, and when this is begun again
        }
    }

    private String why(Step step, @Nullable CardResult result, @Nullable Throwable failure) {
        if (result instanceof CardResult.Declined declined) {
            String reason = declined.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return talk.texts().text(step.words() + reason, talk.texts().amount(amount(step)));
        }
        return text(failure);
    }

    private String text(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException device) {
            return talk.texts().text(device.textKey());
        }
        throw new IllegalStateException("a device's lane ended unexpectedly", cause);
    }

    // ---------------------------------------------------------------- purses on phones

    /** @param refundId under which the gateway was asked before; null when it was not */
    private void wallet(int index, SaleMessage.Tender tender, @Nullable UUID refundId) throws JournalException {
        TenderParticulars said = tender.particulars();
        String reference = said == null ? null : said.reference();
        if (reference == null || !WalletRequest.isCode(reference)) {
            byHand(new Step(index, tender, null)); // only the gateway's own program knows this payment
        } else if (!tools.wallets().isThere()) {
            warn(Notice.of("undoing.no-gateway"));
        } else if (refundId != null) {
            Step step = new Step(index, tender, refundId);
            listen(step, tools.wallets().status(refundId), true);
        } else {
            UUID id = tools.ids().get();
            Step step = new Step(index, tender, id);
            tools.undone().asked(original.transactionId(), index, id);
            listen(step, tools.wallets().refund(new WalletRequest.Refund(id, amount(step), reference)), false);
        }
    }

    /** @param isAsked whether the gateway may have heard of it: then silence tells nothing */
    private void listen(Step step, CompletableFuture<WalletAnswer> answer, boolean isAsked) {
        talk.hold(texts -> texts.text("wallet.refunding", texts.amount(amount(step))));
        var unused = answer.whenComplete(
                (told, failure) -> tools.answers().execute(() -> answered(step, told, failure, isAsked)));
    }

    private void answered(Step step, @Nullable WalletAnswer answer, @Nullable Throwable failure, boolean isAsked) {
        talk.leave();
        try {
            if (answer instanceof WalletAnswer.Paid paid && paid.amount().equals(amount(step))) {
                tools.undone().paidBack(original.transactionId(), step.index());
                next();
            } else if (isOpen(answer) || (answer == null && (isAsked || !DeviceException.is(failure)))) {
                byHand(step);
            } else {
                tools.undone().notDone(original.transactionId(), step.index());
                String amount = talk.texts().amount(amount(step));
                talk.say(Announcement.warning(
                        answer == null ? text(failure) : talk.texts().text("undoing.wallet.refused", amount)));
            }
        } catch (JournalException e) {
            warn(e.notice());
        }
    }

    /** True while the gateway has not said that the money went back, or that it never will. */
    private static boolean isOpen(@Nullable WalletAnswer answer) {
        return answer instanceof WalletAnswer.Waiting
                || answer instanceof WalletAnswer.Unclear
                || answer instanceof WalletAnswer.Paid; // of another amount: a person puts that right
    }

    // ---------------------------------------------------------------- a person

    /** Nobody knows what became of it: a person looks at the other side's own words, or puts it right there by hand. */
    private void byHand(Step step) {
        Money amount = amount(step);
        String words = step.words();
        talk.ask(
                texts -> new Question(
                        texts.text(words + "question", texts.amount(amount)),
                        texts.text(step.side() + "detail"),
                        List.of(
                                new Question.Answer(LOOK, texts.text(step.side() + "look"), false),
                                new Question.Answer(NOT_DONE, texts.text(words + "not-done"), false),
                                new Question.Answer(DONE, texts.text(words + "done"), true))),
                answer -> told(step, answer));
    }

    private void told(Step step, String answer) {
        UUID id = original.transactionId();
        SaleMessage.Card card = step.tender().card();
        UUID refundId = step.refundId();
        try {
            if (answer.equals(DONE)) {
                String event = step.isWallet() ? "WALLET_UNDONE_BY_HAND" : "CARD_UNDONE_BY_HAND";
                Notice obstacle = sale.writeDown(event, id + " " + amount(step));
                if (obstacle != null) {
                    warn(obstacle);
                    return;
                }
                if (card == null) {
                    tools.undone().paidBack(id, step.index());
                } else {
                    tools.undone().done(id, step.index(), card);
                }
                next();
            } else if (answer.equals(NOT_DONE)) {
                tools.undone().notDone(id, step.index());
                warn(Notice.of("undoing.not-undone", number()));
            } else if (refundId != null && tools.wallets().isThere()) {
                listen(step, tools.wallets().status(refundId), true);
            } else {
                warn(Notice.of(step.isWallet() ? "undoing.wallet.open" : "undoing.open", number()));
            }
        } catch (JournalException e) {
            warn(e.notice());
        }
    }

    /** Never negative. */
    private Money amount(Step step) {
        return original.money(Math.abs(step.tender().amountMinor()));
    }

    private String number() {
        return Long.toString(original.record().sequence());
    }

    private void warn(Notice notice) {
        talk.say(Announcement.warning(talk.texts().text(notice)));
    }
}
