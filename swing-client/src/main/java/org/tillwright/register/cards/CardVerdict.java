package org.tillwright.register.cards;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardRequest.Before;
import org.tillwright.register.cards.CardRequest.Kind;
import org.tillwright.register.device.CardLast;
import org.tillwright.wire.SaleMessage;

/**
 * What became of a request, worked out from what the terminal says it did last: pure comparison of trace, amount and kind with what
 * it had done before the request.
 */
sealed interface CardVerdict {

    /**
     * The terminal did it.
     *
     * @param amount what moved: more than was asked for where a tip was keyed at the terminal
     */
    record Happened(SaleMessage.Card card, Money amount) implements CardVerdict {}

    /** It certainly did not do it, or did it and undid it by itself. */
    record DidNot(String code) implements CardVerdict {}

    /** It does not say yet. */
    record NotYet() implements CardVerdict {}

    /** It will not be able to say; the word is a key of the text bundles. */
    record Unsayable(String why) implements CardVerdict {}

    /** What counts as the number of a movement, so that two can be seen to follow each other. */
    String TRACE = "[0-9]{1,12}";

    /** What the terminal did last is another thing than what was asked for. */
    String OTHER = "other";
    /** The terminal does not know how to tell what was last. */
    String MUTE = "mute";
    /** What the terminal had done before is not there any more: its memory was emptied. */
    String EMPTIED = "emptied";
    /** Another terminal answers. */
    String REPLACED = "replaced";
    /** The terminal does not undo it. */
    String NOT_UNDONE = "not-undone";

    /** For a request whose answer was lost. */
    static CardVerdict of(CardRequest request, CardLast now) {
        return of(request, now, null);
    }

    /** For the undoing of what a request moved. */
    static CardVerdict ofUndoing(CardRequest request, CardLast now) {
        SaleMessage.Card card = request.card();
        return of(request, now, card == null ? "" : card.trace());
    }

    private static CardVerdict of(CardRequest request, CardLast now, @Nullable String undone) {
        Before before = request.before();
        if (now instanceof CardLast.Busy) {
            return new NotYet();
        } else if (now instanceof CardLast.Mute || before.told().equals(Before.MUTE)) {
            return new Unsayable(MUTE);
        } else if (now instanceof CardLast.Nothing) {
            return before.told().equals(Before.NOTHING) ? new DidNot("") : new Unsayable(EMPTIED);
        } else if (now instanceof CardLast.Refused refused) {
            return isSame(before, refused.terminalId(), refused.trace()) ? new DidNot("") : new DidNot(refused.code());
        }
        return ofMoved(request, (CardLast.Moved) now, undone);
    }

    private static CardVerdict ofMoved(CardRequest request, CardLast.Moved now, @Nullable String undone) {
        Before before = request.before();
        SaleMessage.Card card = now.card();
        if (before.told().equals(Before.LAST) && !before.terminalId().equals(card.terminalId())) {
            return new Unsayable(REPLACED);
        } else if (isSame(before, card.terminalId(), card.trace())) {
            return new DidNot("");
        }
        String reversed = now.reversedTrace();
        if (!now.amount().equals(request.amount())) {
            boolean hasTip = undone == null && reversed == null && hasTip(request, now);
            return hasTip ? new Happened(card, now.amount()) : new Unsayable(OTHER);
        }
        if (undone != null) {
            return reversed == null || reversed.equals(undone)
                    ? new Happened(card, now.amount())
                    : new Unsayable(OTHER);
        } else if (request.kindOf() == Kind.REVERSAL || reversed == null) {
            return new Happened(card, now.amount());
        }
        // The terminal undid by itself what the register had not confirmed; an older payment it leaves alone.
        boolean isOlder = before.told().equals(Before.LAST) && reversed.compareTo(before.trace()) <= 0;
        return isOlder ? new Unsayable(OTHER) : new DidNot("");
    }

    /** The very next movement of a terminal that was asked for a payment, and no more than twice as much. */
    private static boolean hasTip(CardRequest request, CardLast.Moved now) {
        Before before = request.before();
        long more = now.amount().minor() - request.amountMinor();
        return request.kindOf() == Kind.PAYMENT
                && before.told().equals(Before.LAST)
                && isNext(before.trace(), now.card().trace())
                && now.amount().currency().code().equals(request.currency())
                && more > 0
                && more <= request.amountMinor();
    }

    private static boolean isNext(String before, String trace) {
        return before.matches(TRACE) && trace.matches(TRACE) && Long.parseLong(trace) == Long.parseLong(before) + 1;
    }

    private static boolean isSame(Before before, String terminalId, String trace) {
        return before.told().equals(Before.LAST)
                && before.terminalId().equals(terminalId)
                && before.trace().equals(trace);
    }
}
