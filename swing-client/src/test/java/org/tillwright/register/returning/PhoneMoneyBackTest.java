package org.tillwright.register.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tillwright.register.testing.TestRegister.euro;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;

/** What a phone paid goes back to that payment, and no more than it paid; and sales that moved money elsewhere are undone. */
class PhoneMoneyBackTest extends ReturningTill {

    private static final WalletAnswer PAID = new WalletAnswer.Paid(euro(1500), "W00000002");

    @Test
    void whatAPhonePaidGoesBackToItFirstAndTheRestInCash() {
        FinishedSale sale = sellByPhone();
        takeBack(sale, "line:1");
        pay();
        assertThat(rows()).containsExactly("Give it back|", "Phone payment …0001|15.00", "Cash|10.00");
        gateway.add(PAID);
        model.choiceMade("go");
        assertThat(paidBack)
                .singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualTo(euro(1500)))
                .satisfies(refund -> assertThat(refund.reference()).isEqualTo("W00000001"));
        assertThat(last().tenders())
                .extracting(SaleMessage.Tender::type, SaleMessage.Tender::amountMinor)
                .containsExactly(tuple("WALLET", -1500L), tuple("CASH", -1000L));
        assertThat(last().tenders().get(0).particulars().reference()).isEqualTo("W00000001");
        assertThat(register.sale.asked()).isEmpty();
    }

    @Test
    void aWalletThatTakesNothingBackLeavesTheReturnAndAnotherWayIsChosen() {
        takeBack(sellByPhone(), "line:1");
        pay();
        gateway.add(new WalletAnswer.Declined(WalletAnswer.Reason.REFUSED));
        model.choiceMade("go");
        assertThat(state.notice().text()).startsWith("The wallet did not take 15.00 back.");
        assertThat(finished).isEmpty();
        assertThat(register.sale.asked()).isEmpty();
        model.choiceMade("part:0");
        model.answered("STORE_CREDIT");
        model.choiceMade("go");
        assertThat(last().tenders()).extracting(SaleMessage.Tender::type).containsExactly("STORE_CREDIT", "CASH");
    }

    @Test
    void aGatewayThatHasNotDecidedIsAskedOnWherePaymentsAreTaken() {
        takeBack(sellByPhone(), "line:1");
        pay();
        gateway.add(new WalletAnswer.Waiting(""));
        model.choiceMade("go");
        assertThat(ways).containsExactly("unclear");
        assertThat(register.sale.asked()).map(Payment::amount).contains(euro(-1500));
        assertThat(register.sale.asked())
                .map(payment -> payment.particulars().authorizationId())
                .contains(paidBack.get(0).paymentId());
    }

    @Test
    void aGatewayThatWasNotReachedMovedNothing() {
        takeBack(sellByPhone(), "line:1");
        pay();
        model.choiceMade("go");
        assertThat(state.notice().text()).startsWith("The server is not reached, so phones cannot pay.");
        assertThat(register.sale.asked()).isEmpty();
        assertThat(finished).isEmpty();
    }

    @Test
    void aSalePaidByPhoneIsUndoneThroughTheGateway() {
        FinishedSale sale = sellByPhone();
        gateway.add(PAID);
        undo(sale, "25.00");
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
        assertThat(last().tenders())
                .extracting(SaleMessage.Tender::type, SaleMessage.Tender::amountMinor)
                .containsExactly(tuple("WALLET", -1500L), tuple("CASH", -1000L));
        assertThat(register.till.expected().get(TenderType.WALLET)).isEqualTo(euro(0));
    }

    @Test
    void aGatewayThatFellSilentIsNeverAskedForTheSameMoneyTwice() {
        FinishedSale sale = sellByPhone();
        gateway.add(new WalletAnswer.Unclear("the line broke"));
        undo(sale, "25.00");
        assertThat(question().text()).isEqualTo("Did 15.00 go back to the customer’s phone?");
        model.answered("look");
        assertThat(question().text()).as("still silent").isEqualTo("Did 15.00 go back to the customer’s phone?");
        model.cancelled();
        gateway.add(PAID);
        undo(sale, "25.00");
        UUID refund = paidBack.get(0).paymentId();
        assertThat(paidBack).hasSize(1);
        assertThat(askedAgain).containsExactly(refund, refund);
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
    }

    @Test
    void aSaleWhosePhonePaymentStaysStands() {
        FinishedSale sale = sellByPhone();
        gateway.add(new WalletAnswer.Declined(WalletAnswer.Reason.REFUSED));
        undo(sale, "25.00");
        assertThat(finished).isEmpty();
        assertThat(state.notice().text()).contains("the sale stands");
        gateway.add(PAID);
        undo(sale, "25.00");
        assertThat(paidBack).as("anew, under another name").hasSize(2).doesNotHaveDuplicates();
        assertThat(finished).hasSize(1);
    }

    @Test
    void aReturnThatGaveMoneyToACardIsUndoneByPayingItAgain() {
        FinishedSale back = returnToCard();
        terminal.add(new CardResult.Approved(euro(2250), CARD));
        undo(back, "22.50");
        assertThat(charged).containsExactly(euro(2250));
        assertThat(last().details().postVoidOf()).isEqualTo(back.transactionId());
        assertThat(last().tenders().get(0).amountMinor()).isEqualTo(2250);
        assertThat(last().totalMinor()).isEqualTo(2250);
    }

    @Test
    void anotherAmountThanTheReturnsIsForAPersonToPutRight() {
        FinishedSale back = returnToCard();
        terminal.add(new CardResult.Approved(euro(2000), CARD));
        undo(back, "22.50");
        assertThat(question().text()).isEqualTo("Was 22.50, and no more or less, paid at the terminal?");
        assertThat(finished).hasSize(1);
    }

    private FinishedSale returnToCard() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Approved(euro(2250), CARD));
        takeBack(sale, "line:1");
        pay();
        model.choiceMade("go");
        return finished.get(0);
    }

    private void undo(FinishedSale sale, String asked) {
        journal.beginUndo(asked);
        model.choiceMade("sale:" + sale.record().sequence());
        model.answered("do");
    }
}
