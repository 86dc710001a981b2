package org.tillwright.register.tendering;

import java.lang.System.Logger;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardDesk;
import org.tillwright.register.cards.CardRequest;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SaleMessage;

/** The way of the sale in progress to the card terminal, by the register's book of what it was asked. While somebody practises, no terminal is asked. */
public final class TerminalPayments implements CardPayments {

    private static final Logger LOG = System.getLogger(TerminalPayments.class.getName());

    /** What is told of a card that was never there. */
    private static final SaleMessage.Card PRACTISED = new SaleMessage.Card("TRAINING", "0000", "", "", "");

    private final SaleSession sale;
    private final CardDesk desk;
    private final Runnable stop;

    /** @param stop asks the terminal to stop, and does not wait for it */
    public TerminalPayments(SaleSession sale, CardDesk desk, Runnable stop) {
        this.sale = sale;
        this.desk = desk;
        this.stop = stop;
    }

    private boolean isTraining() {
        return sale.isTraining();
    }

    private UUID owner() {
        return sale.transactionId();
    }

    @Override
    public boolean isThere() {
        return isTraining() || desk.isThere();
    }

    @Override
    public CompletableFuture<CardResult> authorize(Money amount) {
        return isTraining() ? practised(amount) : desk.pay(owner(), amount);
    }

    @Override
    public CompletableFuture<CardResult> refund(CardRefund refund) {
        UUID undoes = refund.undoes();
        return isTraining() ? practised(refund.amount()) : desk.refund(undoes == null ? owner() : undoes, refund);
    }

    /** Takes back what a finished sale, which is being undone, had given to a card. */
    public CompletableFuture<CardResult> charge(UUID undoes, Money amount) {
        return isTraining() ? practised(amount) : desk.charge(undoes, amount);
    }

    private static CompletableFuture<CardResult> practised(Money amount) {
        return CompletableFuture.completedFuture(new CardResult.Approved(amount, PRACTISED));
    }

    @Override
    public void cancel() {
        stop.run();
    }

    @Override
    public Optional<CardRequest> request() {
        return isTraining() ? Optional.empty() : desk.of(owner());
    }

    /** True if the terminal can be asked what became of the newest request for undoing a finished sale. */
    public boolean canAsk(UUID undoes) {
        return desk.of(undoes)
                .filter(request -> request.stateOf() != CardRequest.State.STUCK)
                .isPresent();
    }

    /** Asks it; completes with Unknown while it does not say. */
    public CompletableFuture<CardResult> whatBecame(UUID undoes) {
        return desk.whatBecame(undoes);
    }

    @Override
    public CompletableFuture<CardResult> whatBecame() {
        return desk.whatBecame(owner());
    }

    @Override
    public @Nullable Notice goOnWithout() {
        return noted(() -> desk.goOnWithout(owner()));
    }

    @Override
    public @Nullable Notice decided() {
        return noted(() -> desk.decided(owner()));
    }

    @Override
    public boolean undo(SaleMessage.Card card) {
        try {
            return !isTraining() && desk.takeBack(card);
        } catch (JournalException e) {
            // The request stays with the sale, and is undone when the sale is a fact without it.
            LOG.log(Logger.Level.WARNING, "a payment that was taken back is undone later", e);
            return true;
        }
    }

    @Override
    public boolean isGivenUp(SaleMessage.Card card) {
        return !isTraining() && desk.isGivenUp(card);
    }

    @Override
    public void tick() {
        desk.tick(owner());
    }

    private static @Nullable Notice noted(Note note) {
        try {
            note.write();
            return null;
        } catch (JournalException e) {
            return e.notice();
        }
    }

    /** Something that has to be on disk. */
    @FunctionalInterface
    private interface Note {
        void write() throws JournalException;
    }
}
