package org.tillwright.register.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardRequest.Before;
import org.tillwright.register.cards.CardRequest.Kind;
import org.tillwright.register.cards.CardRequest.State;
import org.tillwright.register.device.CardLast;
import org.tillwright.wire.SaleMessage;

/** Whether a terminal's last movement is the one that was asked for. */
class CardVerdictTest {

    private static final Money EIGHT_NINETY = new Money(Currency.of("EUR"), 890);
    private static final CardLast EARLIER = moved(890, 7, null);

    private static CardRequest asked(Kind kind, CardLast before, SaleMessage.@Nullable Card card) {
        return new CardRequest(
                new UUID(0, 1),
                new UUID(0, 2),
                kind.name(),
                890L,
                "EUR",
                null,
                null,
                false,
                1L,
                Instant.EPOCH,
                State.ASKED.name(),
                true,
                Before.of(before),
                card,
                null);
    }

    private static CardVerdict payment(CardLast before, CardLast now) {
        return CardVerdict.of(asked(Kind.PAYMENT, before, null), now);
    }

    private static SaleMessage.Card card(String terminal, int trace) {
        String digits = String.format("%06d", trace);
        return new SaleMessage.Card("girocard", "4242", "A1", terminal, digits, digits.substring(2));
    }

    private static CardLast.Moved moved(long minor, int trace, @Nullable Integer reverses) {
        String reversed = reverses == null ? null : String.format("%06d", reverses);
        return new CardLast.Moved(new Money(Currency.of("EUR"), minor), card("T1", trace), reversed);
    }

    @Test
    void aNewMovementOfTheAmountIsTheOneThatWasAskedFor() {
        assertThat(payment(EARLIER, moved(890, 8, null)))
                .isEqualTo(new CardVerdict.Happened(card("T1", 8), EIGHT_NINETY));
        assertThat(payment(new CardLast.Nothing(), moved(890, 1, null)))
                .isEqualTo(new CardVerdict.Happened(card("T1", 1), EIGHT_NINETY));
    }

    @Test
    void moreThanWasAskedForIsATipWhereItCanBeNothingElse() {
        assertThat(payment(EARLIER, moved(1000, 8, null)))
                .isEqualTo(new CardVerdict.Happened(card("T1", 8), new Money(Currency.of("EUR"), 1000)));
        CardVerdict other = new CardVerdict.Unsayable(CardVerdict.OTHER);
        assertThat(payment(EARLIER, moved(1000, 9, null)))
                .as("not the next one")
                .isEqualTo(other);
        assertThat(payment(EARLIER, moved(1781, 8, null))).as("more than twice").isEqualTo(other);
        assertThat(payment(EARLIER, moved(889, 8, null))).as("less").isEqualTo(other);
        assertThat(payment(EARLIER, moved(1000, 8, 7))).as("undone").isEqualTo(other);
        assertThat(payment(new CardLast.Nothing(), moved(1000, 1, null)))
                .as("nothing was there to be next to")
                .isEqualTo(other);
        assertThat(CardVerdict.of(asked(Kind.REFUND, EARLIER, null), moved(1000, 8, null)))
                .as("nobody tips on a refund")
                .isEqualTo(other);
    }

    @Test
    void theMovementOfBeforeIsNotEvenOfTheSameAmount() {
        assertThat(payment(EARLIER, EARLIER)).isEqualTo(new CardVerdict.DidNot(""));
        assertThat(payment(new CardLast.Nothing(), new CardLast.Nothing())).isEqualTo(new CardVerdict.DidNot(""));
    }

    @Test
    void aRefusalIsOne() {
        assertThat(payment(EARLIER, new CardLast.Refused("T1", "000008", "05")))
                .isEqualTo(new CardVerdict.DidNot("05"));
    }

    @Test
    void aTerminalThatUndidItByItselfHasNotTakenMoney() {
        assertThat(payment(EARLIER, moved(890, 9, 8))).isEqualTo(new CardVerdict.DidNot(""));
        assertThat(payment(EARLIER, moved(890, 8, 7)))
                .as("somebody undid the payment before")
                .isEqualTo(new CardVerdict.Unsayable(CardVerdict.OTHER));
    }

    @Test
    void whatCannotBeTheOneIsNotGuessed() {
        assertThat(payment(EARLIER, moved(889, 8, null))).isEqualTo(new CardVerdict.Unsayable(CardVerdict.OTHER));
        assertThat(payment(EARLIER, new CardLast.Nothing())).isEqualTo(new CardVerdict.Unsayable(CardVerdict.EMPTIED));
        assertThat(payment(EARLIER, new CardLast.Mute("83"))).isEqualTo(new CardVerdict.Unsayable(CardVerdict.MUTE));
        assertThat(payment(new CardLast.Mute("83"), moved(890, 8, null)))
                .isEqualTo(new CardVerdict.Unsayable(CardVerdict.MUTE));
        CardLast.Moved elsewhere = new CardLast.Moved(new Money(Currency.of("EUR"), 890), card("T2", 8), null);
        assertThat(payment(EARLIER, elsewhere)).isEqualTo(new CardVerdict.Unsayable(CardVerdict.REPLACED));
        assertThat(payment(EARLIER, new CardLast.Busy("9C"))).isEqualTo(new CardVerdict.NotYet());
    }

    @Test
    void anUndoingIsKnownByWhatItUndid() {
        CardRequest undoing = asked(Kind.PAYMENT, EARLIER, card("T1", 7));
        assertThat(CardVerdict.ofUndoing(undoing, moved(890, 8, 7)))
                .isEqualTo(new CardVerdict.Happened(card("T1", 8), EIGHT_NINETY));
        assertThat(CardVerdict.ofUndoing(undoing, EARLIER)).isEqualTo(new CardVerdict.DidNot(""));
        assertThat(CardVerdict.ofUndoing(undoing, moved(890, 8, 6)))
                .isEqualTo(new CardVerdict.Unsayable(CardVerdict.OTHER));
    }
}
