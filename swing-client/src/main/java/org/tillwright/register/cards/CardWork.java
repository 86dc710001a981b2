package org.tillwright.register.cards;

import java.lang.System.Logger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardRequest.Kind;
import org.tillwright.register.cards.CardRequest.State;
import org.tillwright.register.device.CardLast;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardResult.Approved;
import org.tillwright.register.device.CardResult.Declined;
import org.tillwright.register.device.CardResult.Reason;
import org.tillwright.register.device.CardResult.Unknown;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.journal.JournalException;
import org.tillwright.wire.SaleMessage;

/**
 * What is done on the terminal's lane: every request is on disk before the terminal hears of it, what came of it is on disk before
 * anybody else hears of it, and an answer that was lost is asked for. Only the lane calls it.
 */
public final class CardWork {

    private static final Logger LOG = System.getLogger(CardWork.class.getName());

    /** "Already reversed": somebody asked twice, and it was undone. */
    private static final String ALREADY_UNDONE = "B4";

    private final CardBook book;

    public CardWork(CardBook book) {
        this.book = book;
    }

    /** One request to a terminal. */
    @FunctionalInterface
    private interface Asking {
        CardResult ask() throws DeviceException;
    }

    /** Takes money for a sale. */
    public CardResult pay(CardTerminal terminal, UUID owner, Money amount) throws DeviceException {
        return perform(terminal, owner, Kind.PAYMENT, amount, null, false, () -> terminal.authorize(amount));
    }

    /** Takes back what had gone to a card, because the finished sale that gave it is undone. */
    public CardResult charge(CardTerminal terminal, UUID undoes, Money amount) throws DeviceException {
        return perform(terminal, undoes, Kind.PAYMENT, amount, null, true, () -> terminal.authorize(amount));
    }

    /** Gives money back: to a card, or by undoing a payment. */
    public CardResult refund(CardTerminal terminal, UUID owner, CardRefund refund) throws DeviceException {
        Kind kind = refund.receiptNumber() == null ? Kind.REFUND : Kind.REVERSAL;
        boolean isUndoing = refund.undoes() != null;
        return perform(terminal, owner, kind, refund.amount(), refund, isUndoing, () -> terminal.refund(refund));
    }

    private CardResult perform(
            CardTerminal terminal,
            UUID owner,
            Kind kind,
            Money amount,
            @Nullable CardRefund refund,
            boolean isUndoing,
            Asking asking)
            throws DeviceException {
        try {
            for (CardRequest earlier : book.open()) {
                if (earlier.isInTheWay() && isStillInTheWay(terminal, earlier)) {
                    return new Declined(Reason.NOT_READY, "");
                }
            }
            CardLast before = terminal.last(amount.currency());
            if (before instanceof CardLast.Busy busy) {
                return new Declined(Reason.NOT_READY, busy.code());
            }
            return asked(terminal, book.begin(owner, kind, amount, refund, isUndoing, before), asking);
        } catch (JournalException e) {
            // Nothing was asked: what is not on disk would be forgotten by a power cut.
            LOG.log(Logger.Level.ERROR, "a card request could not be written down", e);
            return new Declined(Reason.NOT_READY, "");
        }
    }

    private boolean isStillInTheWay(CardTerminal terminal, CardRequest earlier)
            throws DeviceException, JournalException {
        settle(terminal, earlier);
        return book.open().stream().anyMatch(request -> request.id().equals(earlier.id()) && request.isInTheWay());
    }

    private CardResult asked(CardTerminal terminal, CardRequest request, Asking asking) throws DeviceException {
        CardResult result;
        try {
            result = asking.ask();
        } catch (DeviceException e) {
            noted(() -> book.forget(request)); // the terminal certainly has not taken it
            throw e;
        }
        if (result instanceof Approved approved) {
            noted(() -> book.moved(request, approved.card(), approved.amount()));
        } else if (result instanceof Declined) {
            noted(() -> book.forget(request));
        } else {
            return lost(terminal, request, (Unknown) result);
        }
        return result;
    }

    /** The answer was lost: the terminal is asked once at once, and later by whoever waits. */
    private CardResult lost(CardTerminal terminal, CardRequest request, Unknown unknown) {
        try {
            return becameOf(terminal, request);
        } catch (DeviceException e) {
            return unknown;
        } catch (JournalException e) {
            return new Unknown(unknown.why() + "; and the register's disk refuses: " + e.getMessage());
        }
    }

    /** Something that has happened and only has to be written down: a disk that refuses does not make it undone. */
    private static void noted(Note note) {
        try {
            note.write();
        } catch (JournalException e) {
            // The request stays as it was on disk, and is found out again after a start.
            LOG.log(Logger.Level.ERROR, "what a card request came to could not be written down", e);
        }
    }

    /** Something to write down. */
    @FunctionalInterface
    private interface Note {
        void write() throws JournalException;
    }

    /**
     * Asks the terminal what became of a sale's newest request.
     *
     * @return Approved or Declined when it is known, Unknown while it is not
     * @throws DeviceException if the terminal cannot be reached
     */
    public CardResult becameOf(CardTerminal terminal, UUID owner) throws DeviceException, JournalException {
        CardRequest request = book.of(owner).orElse(null);
        return request == null ? new Declined(Reason.CANCELLED, "") : becameOf(terminal, request);
    }

    private CardResult becameOf(CardTerminal terminal, CardRequest request) throws DeviceException, JournalException {
        if (request.stateOf() != State.ASKED) {
            return known(request);
        }
        CardVerdict verdict = CardVerdict.of(request, last(terminal, request));
        if (verdict instanceof CardVerdict.Happened happened) {
            return known(book.moved(request, happened.card(), happened.amount()));
        } else if (verdict instanceof CardVerdict.DidNot didNot) {
            book.forget(request);
            return new Declined(didNot.code().isEmpty() ? Reason.CANCELLED : Reason.REFUSED, didNot.code());
        } else if (verdict instanceof CardVerdict.Unsayable unsayable) {
            book.keep(request.stuck(unsayable.why()));
            return new Unknown("the terminal cannot say what became of it: " + unsayable.why());
        }
        return new Unknown("the terminal does not say yet what became of it");
    }

    private static CardResult known(CardRequest request) {
        SaleMessage.Card card = request.card();
        return card != null && request.stateOf() == State.MOVED
                ? new Approved(request.amount(), card)
                : request.stateOf() == State.STUCK
                        ? new Unknown("the terminal cannot say what became of it: " + request.why())
                        : new Declined(Reason.CANCELLED, "");
    }

    private static CardLast last(CardTerminal terminal, CardRequest request) throws DeviceException {
        return terminal.last(Currency.of(request.currency()));
    }

    /** Goes one step on with a request that nobody waits for: finds out, or undoes. */
    public void settle(CardTerminal terminal, CardRequest request) throws DeviceException, JournalException {
        switch (request.stateOf()) {
            case ASKED -> becameOf(terminal, request);
            case UNDO -> undo(terminal, request);
            case UNDOING -> undoing(terminal, request);
            case MOVED, UNDONE, STUCK -> {
                // Nothing that a terminal could say.
            }
        }
    }

    private void undo(CardTerminal terminal, CardRequest request) throws DeviceException, JournalException {
        SaleMessage.Card card = request.card();
        if (card == null || request.kindOf() == Kind.REVERSAL || card.receiptNumber() == null) {
            book.keep(request.stuck(CardVerdict.NOT_UNDONE));
            return;
        }
        CardLast before = last(terminal, request);
        if (before instanceof CardLast.Busy) {
            return;
        }
        CardRequest undoing = request.undoing(before);
        book.keep(undoing);
        CardResult result;
        try {
            result = terminal.refund(CardRefund.undoing(request.amount(), card));
        } catch (DeviceException e) {
            book.keep(undoing.in(State.UNDO));
            throw e;
        }
        if (result instanceof Approved approved) {
            book.undone(undoing, approved.card());
        } else if (result instanceof Declined declined) {
            declined(undoing, declined);
        } else {
            undoing(terminal, undoing);
        }
    }

    private void declined(CardRequest undoing, Declined declined) throws JournalException {
        if (declined.code().equals(ALREADY_UNDONE)) {
            book.keep(undoing.in(State.UNDONE));
        } else if (declined.reason() == Reason.REFUSED) {
            book.keep(undoing.stuck(CardVerdict.NOT_UNDONE));
        } else {
            book.keep(undoing.in(State.UNDO)); // not ready, or stopped: tried again
        }
    }

    private void undoing(CardTerminal terminal, CardRequest undoing) throws DeviceException, JournalException {
        CardVerdict verdict = CardVerdict.ofUndoing(undoing, last(terminal, undoing));
        if (verdict instanceof CardVerdict.Happened happened) {
            book.undone(undoing, happened.card());
        } else if (verdict instanceof CardVerdict.DidNot) {
            book.keep(undoing.in(State.UNDO));
        } else if (verdict instanceof CardVerdict.Unsayable unsayable) {
            book.keep(undoing.stuck(unsayable.why()));
        }
    }
}
