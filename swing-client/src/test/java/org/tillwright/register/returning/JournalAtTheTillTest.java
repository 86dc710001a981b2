package org.tillwright.register.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderType;

/** The journal and sales that are undone, told as a shop tells them. */
class JournalAtTheTillTest extends ReturningTill {

    @Test
    void theJournalFindsASaleByWhatAPersonRemembers() {
        FinishedSale sale = sellAsInTheStory();
        register.sellMilkForCash();
        for (String remembered :
                List.of("56.25", "4242", "item b", Long.toString(sale.record().sequence()), code(sale))) {
            journal.begin(remembered);
            assertThat(list().rows()).as(remembered).singleElement().satisfies(row -> assertThat(row.figure())
                    .isEqualTo("56.25"));
        }
        journal.begin("");
        assertThat(list().rows()).extracting(Choices.Row::figure).containsExactly("1.29", "56.25");
        model.typing("no such thing");
        assertThat(list().rows()).isEmpty();
        assertThat(list().nothing()).contains("No sale of this register fits");
    }

    @Test
    void aGiftCardThatWasSoldIsFoundByWhatWasPaidForIt() {
        register.sale
                .changes()
                .particulars(before -> before.withMoneyIn(
                        List.of(new SaleParticulars.MoneyIn("GIFT_CARD", "6032000012345678", 2_000L))));
        register.sale.payCash(euro(5_000));
        register.sale.finish();
        journal.begin("20");
        assertThat(list().rows()).singleElement().satisfies(row -> {
            assertThat(row.figure()).isEqualTo("20.00");
            assertThat(row.detail()).contains("Gift card").contains("5678").doesNotContain("6032");
        });
    }

    @Test
    void copiesAreMarkedAndCounted() {
        FinishedSale sale = sellAsInTheStory();
        journal.begin("56.25");
        model.choiceMade("sale:" + sale.record().sequence());
        assertThat(rows()).anyMatch(row -> row.startsWith("TOTAL") && row.endsWith("56.25"));
        model.choiceMade("copy");
        assertThat(state.notice().text()).isEqualTo("Copy 1 is being printed.");
        model.choiceMade("copy");
        assertThat(state.notice().text()).isEqualTo("Copy 2 is being printed.");
    }

    @Test
    void anUndoneSaleTakesEverythingBackAndItsCardIsUndoneAtTheTerminal() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Approved(euro(3625), CARD));
        undo(sale);
        assertThat(asked).containsExactly(CardRefund.undoing(euro(3625), CARD).of(sale.transactionId()));
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
        assertThat(last().totalMinor()).isEqualTo(-5625);
        assertThat(register.till.expected().get(TenderType.CASH)).isEqualTo(euro(5000));
        assertThat(register.till.expected().get(TenderType.CARD)).isEqualTo(euro(0));
        journal.beginUndo(Long.toString(sale.record().sequence()));
        model.choiceMade("sale:" + sale.record().sequence());
        assertThat(state.notice().text()).contains("came back already, or it was undone");
    }

    @Test
    void whoMayNotUndoIsAllowedToUndoJustThatSale() {
        FinishedSale sale = sellAsInTheStory();
        register.sale.signedOn(TestStore.NO_RIGHTS, Texts.of("en"));
        terminal.add(new CardResult.Approved(euro(3625), CARD));
        undo(sale);
        assertThat(needs)
                .containsExactly(
                        new NeedsApproval("sales.post-void", "POST_VOID", null, euro(5625)).of(sale.transactionId()));
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
    }

    @Test
    void aSaleWhoseCardIsNotUndoneStands() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Declined(CardResult.Reason.REFUSED, "B5"));
        undo(sale);
        assertThat(finished).isEmpty();
        assertThat(state.notice().text()).contains("the sale stands");
    }

    @Test
    void aTerminalThatFellSilentIsNotAskedTwice() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Unknown("the line broke"));
        undo(sale);
        model.answered("look");
        undo(sale);
        assertThat(asked).hasSize(1);
        assertThat(question().text()).isEqualTo("Was the payment of 36.25 undone at the terminal?");
        model.answered("done");
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
    }

    @Test
    void aSaleOfWhichGoodsCameBackIsNotUndone() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Approved(euro(2250), CARD));
        takeBack(sale, "line:1");
        pay();
        model.choiceMade("go");
        journal.beginUndo("56.25");
        model.choiceMade("sale:" + sale.record().sequence());
        assertThat(state.notice().text()).contains("came back already, or it was undone");
    }

    private void undo(FinishedSale sale) {
        journal.beginUndo("56.25");
        model.choiceMade("sale:" + sale.record().sequence());
        model.answered("do");
    }

    @Test
    void aListThatComesLateTakesNothingAway() {
        FinishedSale sale = sellAsInTheStory();
        isSlow = true;
        journal.begin("56.25");
        assertThat(state.prompt().title()).startsWith("Looking in the journal");
        model.cancelled();
        model.quantity("");
        register.sale.add("AAAA");
        model.quantity("");
        String asked = state.prompt().title();
        later.forEach(Runnable::run);
        assertThat(state.choices()).isNull();
        assertThat(state.prompt().title()).isEqualTo(asked);
        assertThat(sale.total()).isEqualTo(euro(5625));
    }

    @Test
    void whoTypesFasterThanTheDiskIsAnsweredForTheLastText() {
        sellAsInTheStory();
        register.sellMilkForCash();
        journal.begin("");
        isSlow = true;
        model.typing("5");
        model.typing("56");
        model.typing("56.25");
        later.forEach(Runnable::run);
        assertThat(list().rows()).extracting(Choices.Row::figure).containsExactly("56.25");
    }
}
