package org.tillwright.register.device;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.SaleMessage;

/** What a card terminal did last, in its own words: with it a register finds out what became of a request whose answer was lost. */
public sealed interface CardLast {

    /**
     * It has a movement on its books.
     *
     * @param amount without a sign; the kind of movement says which way it went
     * @param reversedTrace the number of what it undid, as six digits; null for a payment and for a refund
     */
    record Moved(Money amount, SaleMessage.Card card, @Nullable String reversedTrace) implements CardLast {}

    /**
     * Its last request did not move anything.
     *
     * @param trace its number as six digits; empty where it counts only what moves
     * @param code the terminal's result code, such as {@code 05}
     */
    record Refused(String terminalId, String trace, String code) implements CardLast {}

    /** It has nothing on its books: it is new, or closed its day. */
    record Nothing() implements CardLast {}

    /** It is in the middle of something, or not ready; asked again in a moment it may say. */
    record Busy(String code) implements CardLast {}

    /** It cannot be asked: this terminal does not know the question. */
    record Mute(String code) implements CardLast {}
}
