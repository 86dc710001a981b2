package org.tillwright.register.cards;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardRequest.State;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.wire.SaleMessage;

/**
 * The way of sales to the card terminal: hands work to its lane, and sees to it that every request comes to an end, also the one of
 * a sale that went on without it. Nothing here waits; {@link #tick} is called on the event thread.
 */
public final class CardDesk {

    private static final Logger LOG = System.getLogger(CardDesk.class.getName());

    /** How long between two tries to settle what nobody waits for; longer while the terminal cannot be reached. */
    private static final Duration SETTLE_EVERY = Duration.ofSeconds(5);

    private static final Duration SETTLE_LATER = Duration.ofSeconds(30);

    private final Supplier<Optional<DeviceLane<CardTerminal>>> lane;
    private final CardBook book;
    private final CardWork work;
    private final CardDayEnd dayEnd;
    private final Clock clock;
    private final AtomicBoolean isSettling = new AtomicBoolean();
    private volatile Instant nextSettling = Instant.MIN;

    public CardDesk(
            Supplier<Optional<DeviceLane<CardTerminal>>> lane, Journal journal, Clock clock, Supplier<UUID> ids) {
        this.lane = lane;
        this.book = new CardBook(journal, clock, ids);
        this.work = new CardWork(book);
        this.dayEnd = new CardDayEnd(book, journal);
        this.clock = clock;
    }

    public CardBook book() {
        return book;
    }

    public boolean isThere() {
        return lane.get().isPresent();
    }

    public CompletableFuture<CardResult> pay(UUID owner, Money amount) {
        return ask(terminal -> work.pay(terminal, owner, amount));
    }

    /** Takes back what a finished sale, which is being undone, had given to a card. */
    public CompletableFuture<CardResult> charge(UUID undoes, Money amount) {
        return ask(terminal -> work.charge(terminal, undoes, amount));
    }

    public CompletableFuture<CardResult> refund(UUID owner, CardRefund refund) {
        return ask(terminal -> work.refund(terminal, owner, refund));
    }

    /** Completes with what became of a sale's newest request; with Unknown while the terminal does not say. */
    public CompletableFuture<CardResult> whatBecame(UUID owner) {
        return ask(terminal -> {
            try {
                return work.becameOf(terminal, owner);
            } catch (JournalException e) {
                return new CardResult.Unknown("the register's disk refuses: " + e.getMessage());
            }
        });
    }

    private <R> CompletableFuture<R> ask(DeviceLane.Question<CardTerminal, R> question) {
        return lane.get()
                .map(there -> there.ask(question))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new DeviceException(DeviceKind.CARD_TERMINAL, DeviceException.Trouble.ABSENT)));
    }

    /** A sale's newest request, as it is on disk; nothing when there is none, or the disk refuses. */
    public Optional<CardRequest> of(UUID owner) {
        try {
            return book.of(owner);
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the card requests cannot be read", e);
            return Optional.empty();
        }
    }

    /**
     * The sale goes on without its request: what moved all the same is undone by itself.
     *
     * @throws JournalException if that is not on disk; then nothing has changed
     */
    public void goOnWithout(UUID owner) throws JournalException {
        CardRequest request = book.of(owner).orElse(null);
        if (request != null) {
            book.unwanted(request);
        }
    }

    /** Closes the terminal's day, and puts what it came to into the journal. */
    CompletableFuture<CardDayEnd.Outcome> closeDay(Currency currency, CardDayEnd.By by) {
        return ask(terminal -> {
            try {
                return dayEnd.close(terminal, currency, by);
            } catch (JournalException e) {
                LOG.log(Logger.Level.ERROR, "the terminal's end of day is not in the journal", e);
                return new CardDayEnd.Outcome.Unknown();
            }
        });
    }

    /** A person read the terminal's papers, because it cannot say what became of a request. */
    public void decided(CardRequest request) throws JournalException {
        if (request.stateOf() == State.STUCK) {
            book.forget(request);
        }
    }

    /** A person read the terminal's papers, because it cannot say what became of a request. */
    public void decided(UUID owner) throws JournalException {
        CardRequest request = book.of(owner).orElse(null);
        if (request != null && request.stateOf() == State.STUCK) {
            book.forget(request);
        }
    }

    /**
     * A payment is taken out of its sale: the terminal undoes it by itself.
     *
     * @return false for a payment that this register's book does not know: a person undoes it at the terminal
     * @throws JournalException if that is not on disk; then nothing has changed
     */
    public boolean takeBack(SaleMessage.Card card) throws JournalException {
        CardRequest request = book.of(card).orElse(null);
        if (request != null) {
            book.unwanted(request);
        }
        return request != null;
    }

    /** True if a payment that a draft of the sale still has was given up, and is undone or going to be. */
    public boolean isGivenUp(SaleMessage.Card card) {
        try {
            return book.of(card).filter(request -> !request.isWanted()).isPresent();
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the card requests cannot be read", e);
            return false;
        }
    }

    /** What is left to find out or to do, oldest first; what cannot be read is told once it can. */
    public List<CardRequest> open() {
        try {
            return book.open();
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the card requests cannot be read", e);
            return List.of();
        }
    }

    /** Time has passed: settles, on the terminal's lane, what no sale in progress waits for. */
    public void tick(@Nullable UUID saleInProgress) {
        Instant now = clock.instant();
        if (now.isBefore(nextSettling) || !isSettling.compareAndSet(false, true)) {
            return;
        }
        nextSettling = now.plus(SETTLE_EVERY);
        try {
            if (release(saleInProgress) || dayEnd.isUnfinished()) {
                var unused =
                        ask(terminal -> settleAll(terminal, saleInProgress)).whenComplete(this::settled);
                return;
            }
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the card requests cannot be read", e);
        }
        isSettling.set(false);
    }

    private void settled(@Nullable Boolean done, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause != null) {
            nextSettling = clock.instant().plus(SETTLE_LATER);
            LOG.log(Logger.Level.INFO, "open card requests wait for the terminal: {0}", cause.getMessage());
        }
        isSettling.set(false);
    }

    /**
     * Lets go of what its sale tells, and gives up what no sale will tell any more.
     *
     * @return whether something is left that the terminal has to be asked
     */
    private boolean release(@Nullable UUID saleInProgress) throws JournalException {
        boolean isLeft = false;
        for (CardRequest request : book.all()) {
            boolean isAwaited = request.owner().equals(saleInProgress);
            if (request.stateOf() == State.MOVED && book.isFact(request)) {
                book.forget(request);
            } else if (!isAwaited && !request.isUndoing() && request.isWanted() && isUndecided(request)) {
                book.unwanted(request);
                isLeft = true;
            } else {
                isLeft |= request.isOpen() && request.stateOf() != State.STUCK && !(isAwaited && request.isWanted());
            }
        }
        return isLeft;
    }

    private static boolean isUndecided(CardRequest request) {
        return request.stateOf() == State.MOVED || request.stateOf() == State.ASKED;
    }

    private boolean settleAll(CardTerminal terminal, @Nullable UUID saleInProgress) throws DeviceException {
        try {
            dayEnd.finish();
            for (CardRequest request : book.open()) {
                if (!(request.owner().equals(saleInProgress) && request.isWanted())) {
                    work.settle(terminal, request);
                }
            }
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "an open card request could not be settled", e);
        }
        return true;
    }
}
