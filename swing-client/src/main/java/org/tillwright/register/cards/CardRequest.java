package org.tillwright.register.cards;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardLast;
import org.tillwright.wire.SaleMessage;

/**
 * One thing that the terminal was asked for, as it is kept on disk. Written and read by
 * {@link org.tillwright.wire.json.WireJson}. Holds no card number.
 *
 * @param owner the sale in progress that wanted it, or the finished sale that it undoes
 * @param kind name of a {@link Kind}
 * @param amountMinor without a sign
 * @param receiptNumber of what a reversal undoes; null for the other kinds
 * @param undoneTrace the terminal's other number of what a reversal undoes; null for the other kinds
 * @param isUndoing whether a finished sale is undone with it: then it waits for that, and is not undone itself
 * @param sequence number of the next journal record when it was asked: the sale that has it comes later
 * @param state name of a {@link State}
 * @param isWanted false from the moment the sale goes on without it: what moves all the same is undone
 * @param before what the terminal said it had done last, before it was asked
 * @param card what the terminal told when it moved; null before
 * @param why what stands in the way, for a person: null while nothing does
 */
public record CardRequest(
        UUID id,
        UUID owner,
        String kind,
        Long amountMinor,
        String currency,
        @Nullable String receiptNumber,
        @Nullable String undoneTrace,
        Boolean isUndoing,
        Long sequence,
        Instant askedAt,
        String state,
        Boolean isWanted,
        Before before,
        SaleMessage.@Nullable Card card,
        @Nullable String why) {

    /** What is asked for. */
    public enum Kind {
        PAYMENT,
        REFUND,
        /** A payment of before is undone by its receipt's number, for a sale that is undone whole. */
        REVERSAL
    }

    /** How it stands. */
    public enum State {
        /** The terminal may have heard of it; what became of it is not known. */
        ASKED,
        /** The terminal did it; the sale that wanted it is not a fact yet. */
        MOVED,
        /** The terminal did it and nobody wants it any more: it has to be undone. */
        UNDO,
        /** The terminal was asked to undo it; what became of that is not known. */
        UNDOING,
        /** It was undone. Kept for a while: the sale's draft may still have it. */
        UNDONE,
        /** The terminal cannot say more: a person has to look at its own papers. */
        STUCK
    }

    /**
     * What the terminal had done last.
     *
     * @param told NOTHING, LAST, or MUTE for a terminal that cannot tell
     */
    public record Before(String told, String terminalId, String trace) {

        static final String NOTHING = "NOTHING";
        static final String LAST = "LAST";
        static final String MUTE = "MUTE";

        static Before of(CardLast last) {
            if (last instanceof CardLast.Moved moved) {
                return new Before(LAST, moved.card().terminalId(), moved.card().trace());
            } else if (last instanceof CardLast.Refused refused) {
                return new Before(LAST, refused.terminalId(), refused.trace());
            }
            return new Before(last instanceof CardLast.Nothing ? NOTHING : MUTE, "", "");
        }
    }

    public Kind kindOf() {
        return Kind.valueOf(kind);
    }

    public State stateOf() {
        return State.valueOf(state);
    }

    public Money amount() {
        return new Money(Currency.of(currency), amountMinor);
    }

    /** True while something is left to find out or to do. A movement that its sale has not told yet is not: it is well. */
    public boolean isOpen() {
        return stateOf() != State.MOVED && stateOf() != State.UNDONE;
    }

    /** True while the next request would make it impossible to find out what became of this one. */
    boolean isInTheWay() {
        return stateOf() == State.ASKED || stateOf() == State.UNDOING;
    }

    CardRequest in(State next) {
        return with(next, isWanted, before, card, null);
    }

    /** The terminal moved so much: a tip that was keyed there is more than was asked for. */
    CardRequest over(Money moved) {
        return new CardRequest(
                id,
                owner,
                kind,
                moved.minor(),
                currency,
                receiptNumber,
                undoneTrace,
                isUndoing,
                sequence,
                askedAt,
                state,
                isWanted,
                before,
                card,
                why);
    }

    CardRequest moved(SaleMessage.Card told) {
        return with(isWanted ? State.MOVED : State.UNDO, isWanted, before, told, null);
    }

    /** The sale goes on without it. */
    CardRequest unwanted() {
        State next = stateOf() == State.MOVED ? State.UNDO : stateOf();
        return with(next, false, before, card, why);
    }

    CardRequest undoing(CardLast last) {
        return with(State.UNDOING, isWanted, Before.of(last), card, null);
    }

    CardRequest stuck(String reason) {
        return with(State.STUCK, isWanted, before, card, reason);
    }

    private CardRequest with(
            State next, Boolean wanted, Before last, SaleMessage.@Nullable Card told, @Nullable String reason) {
        return new CardRequest(
                id,
                owner,
                kind,
                amountMinor,
                currency,
                receiptNumber,
                undoneTrace,
                isUndoing,
                sequence,
                askedAt,
                next.name(),
                wanted,
                last,
                told,
                reason);
    }
}
