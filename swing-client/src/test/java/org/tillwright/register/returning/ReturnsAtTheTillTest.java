package org.tillwright.register.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.server.Reply;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.ReceiptRef;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.ReturnRules;
import org.tillwright.wire.shop.ShopRules;

/** Goods that come back and how their money goes back, told as a shop tells it. */
class ReturnsAtTheTillTest extends ReturningTill {

    @Test
    void oneOfTwoComesBackByScanningTheReceiptAndItsMoneyGoesToTheCard() {
        FinishedSale sale = sellAsInTheStory();
        assertThat(sale.sale().taxMinor()).isEqualTo(1125);
        returning.begin("");
        model.scanned(code(sale).substring(0, 18).replace("-", ""));
        assertThat(rows()).containsExactly("All that is left|", "Item A|", "Item B|");
        model.choiceMade("line:1");
        assertThat(rows()).startsWith("Take this back|22.50", "Item A|1 of 2");
        model.choiceMade("go");
        assertThat(question().text()).isEqualTo("Can it be sold again?");
        model.answered("RESELL");
        assertThat(register.sale.due()).isEqualTo(euro(-2250));
        terminal.add(new CardResult.Approved(euro(2250), CARD));
        pay();
        assertThat(rows()).containsExactly("Give it back|", "girocard •••• 4242|22.50");
        model.choiceMade("go");
        assertThat(asked).containsExactly(CardRefund.of(euro(2250)));
        assertThat(last().totalMinor()).isEqualTo(-2250);
        assertThat(last().taxMinor()).isEqualTo(-450);
        assertThat(last().tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.type()).isEqualTo("CARD");
            assertThat(tender.amountMinor()).isEqualTo(-2250);
        });
        assertThat(last().lines().get(0).returned()).isEqualTo(new SaleMessage.ReturnedLine(sale.transactionId(), 1L));
        assertThat(last().lines().get(0).particulars()).isEqualTo(new LineParticulars(null, null, "RESELL"));
    }

    @Test
    void onceEverythingIsChosenEnterGoesOnAndDoesNotChooseMore() {
        FinishedSale sale = sellAsInTheStory();
        returning.find(code(sale));
        model.choiceMade("line:1");
        assertThat(list().marked()).as("one of two: Enter adds the other").isEmpty();
        model.choiceMade("line:1");
        assertThat(list().marked()).isEqualTo("go");
        model.choiceMade("all");
        assertThat(rows()).containsExactly("Take this back|56.25", "Item A|2 of 2", "Item B|1 of 1");
        assertThat(list().marked()).isEqualTo("go");
    }

    @Test
    void afterGoodsWereScannedEnterTakesThemAndNotAllThatIsLeft() {
        FinishedSale sale = sellAsInTheStory();
        returning.find(code(sale));
        model.scanned("AAAA");
        assertThat(rows()).contains("Item A|1 of 2", "All that is left|");
        assertThat(list().marked()).isEqualTo("go");
    }

    @Test
    void whoGoesBackFromTheQuestionOfTheShelfFindsWhatWasChosen() {
        FinishedSale sale = sellAsInTheStory();
        returning.find(code(sale));
        model.choiceMade("line:1");
        model.choiceMade("go");
        model.answered("leave");
        assertThat(rows()).contains("Item A|1 of 2");
    }

    @Test
    void allPartialReturnsSumToWhatWasPaidAndNoMoreComesBack() {
        FinishedSale sale = sellAsInTheStory();
        long cash = 0;
        long card = 0;
        for (String line : List.of("line:1", "line:2", "line:1")) {
            terminal.add(new CardResult.Approved(euro(0), CARD));
            takeBack(sale, line);
            pay();
            model.choiceMade("go");
            for (SaleMessage.Tender tender : last().tenders()) {
                cash += tender.type().equals("CASH") ? tender.amountMinor() : 0;
                card += tender.type().equals("CARD") ? tender.amountMinor() : 0;
            }
        }
        assertThat(finished).hasSize(3);
        assertThat(card).isEqualTo(-3625);
        assertThat(cash).isEqualTo(-2000);
        returning.find(code(sale));
        assertThat(state.notice().text()).contains("came back already");
    }

    @Test
    void moreThanIsLeftIsNotChosenAndWhatWasKeyedStays() {
        FinishedSale sale = sellAsInTheStory();
        returning.find(code(sale));
        model.typing("3");
        model.choiceMade("line:1");
        assertThat(state.notice().text()).isEqualTo("Only 2 of Item A can still come back.");
        model.typing("2");
        model.choiceMade("line:1");
        assertThat(rows()).contains("Item A|2 of 2");
    }

    @Test
    void anExchangeIsOneTransaction() {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        register.sale.add("AAAA");
        assertThat(register.sale.due()).isEqualTo(euro(250));
        pay();
        assertThat(ways).containsExactly("tendering");
        register.sale.payCash(euro(250));
        SaleMessage exchanged =
                ((SaleOutcome.Finished) register.sale.finish()).sale().sale();
        assertThat(exchanged.lines())
                .extracting(SaleMessage.Line::quantityMilli)
                .containsExactly(-1000L, 1000L);
        assertThat(new OwnReceiptsProbe().leftOf(sale)).isEqualTo(5625 - 2250);
    }

    /** Asks this register's own journal what can still go back. */
    private final class OwnReceiptsProbe {

        long leftOf(FinishedSale sale) {
            try {
                return new OwnReceipts(register.journal, register.catalogues)
                        .find(ReceiptRef.code(code(sale)).orElseThrow())
                        .orElseThrow()
                        .receipt()
                        .tenders()
                        .leftMinor();
            } catch (JournalException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whatAGiftCardPaidGoesBackToTheGiftCardFirst() {
        register.sale.add("AAAA");
        register.sale.pay(new Payment(
                TenderType.GIFT_CARD, euro(1000), null, TenderParticulars.reference("TWG1234567890123456")));
        register.sale.payCash(euro(1500));
        FinishedSale sale = ((SaleOutcome.Finished) register.sale.finish()).sale();
        takeBack(sale, "all");
        pay();
        assertThat(rows()).containsExactly("Give it back|", "Gift card …3456|10.00", "Cash|15.00");
        model.choiceMade("go");
        assertThat(last().tenders()).extracting(SaleMessage.Tender::type).containsExactly("GIFT_CARD", "CASH");
        assertThat(last().tenders().get(0).particulars()).isEqualTo(TenderParticulars.reference("TWG1234567890123456"));
    }

    @Test
    void aCardThatIsDeclinedLeavesTheReturnAndAnotherWayIsChosen() {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        terminal.add(new CardResult.Declined(CardResult.Reason.REFUSED, "05"));
        pay();
        model.choiceMade("go");
        assertThat(finished).isEmpty();
        assertThat(state.notice().text()).contains("did not take 22.50 back");
        model.choiceMade("part:0");
        model.answered("STORE_CREDIT");
        model.choiceMade("go");
        assertThat(last().tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.type()).isEqualTo("STORE_CREDIT");
            assertThat(tender.particulars().reference()).startsWith("TWS");
        });
    }

    @Test
    void aCardOfWhichNothingIsHeardKeepsTheReturnUntilAPersonSays() {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        terminal.add(new CardResult.Unknown("the line broke"));
        pay();
        model.choiceMade("go");
        assertThat(ways).containsExactly("unclear");
        assertThat(register.sale.cardAsked()).contains(euro(-2250));
        assertThat(finished).isEmpty();
    }

    @Test
    void aCrashInTheMiddleOfAReturnLosesNothingOfIt() throws Exception {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        register.close();
        register = TestRegister.open(directory);
        catalogue(ShopRules.NONE);
        assertThat(register.sale.recover()).isTrue();
        assertThat(register.sale.due()).isEqualTo(euro(-2250));
        assertThat(register.sale.particulars().returned().values())
                .containsExactly(new SaleMessage.ReturnedLine(sale.transactionId(), 1L));
    }

    @Test
    void anotherRegistersReceiptNeedsTheServer() {
        returning.find("0123-4567-89AB-CDEF");
        assertThat(state.notice().text()).startsWith("The server is away, and this receipt is another register’s.");
    }

    @Test
    void whatNoReceiptHasIsSaid() {
        returning.find("letters in a number");
        assertThat(state.notice().text()).startsWith("“letters in a number” is on no receipt.");
    }

    @Test
    void whatCameBackElsewhereMeanwhileCannotComeBackHere() throws Exception {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        ReceiptFound known = new OwnReceipts(register.journal, register.catalogues)
                .find(ReceiptRef.code(code(sale)).orElseThrow())
                .orElseThrow()
                .receipt();
        server.add(new Reply.Answered<>(new ReceiptFound(
                known.workstationId(),
                known.sequence(),
                known.priceBookVersion(),
                known.taxPolicy(),
                known.timeZone(),
                known.country(),
                known.sale(),
                known.returns(),
                UUID.randomUUID(),
                null)));
        pay();
        assertThat(state.notice().text()).startsWith("Less is left of receipt");
        assertThat(finished).isEmpty();
    }

    @Test
    void withoutAReceiptTheShopsLimitsCount() {
        catalogue(rules(new ReturnRules(null, 2000L, true, 4000L)));
        register.sale.returnCode("AAAA", TestStore.MANAGER);
        pay();
        model.choiceMade("BROKEN");
        model.answered("SCRAP");
        assertThat(deeds).containsExactly(new Surroundings.Deed("sales.return-without-receipt", null, euro(2500)));
        assertThat(rows()).containsExactly("Give it back|", "Store credit, a new number|25.00");
        model.choiceMade("go");
        assertThat(last().lines().get(0).particulars()).isEqualTo(new LineParticulars(null, "BROKEN", "SCRAP"));
        register.sale.returnCode("BBBB", TestStore.MANAGER);
        pay();
        model.choiceMade("BROKEN");
        model.answered("RESELL");
        assertThat(last().tenders()).extracting(SaleMessage.Tender::type).containsExactly("STORE_CREDIT");
        model.choiceMade("go");
        register.sale.returnCode("BBBB", TestStore.MANAGER);
        pay();
        model.choiceMade("BROKEN");
        model.answered("RESELL");
        assertThat(state.notice().text()).contains("at most 40.00 a day without receipts, and gave 37.50");
        assertThat(finished).hasSize(2);
    }

    @Test
    void cashForGoodsWithoutAReceiptIsChosenAndNeedsNoSecondYes() {
        catalogue(rules(new ReturnRules(null, null, null, null)));
        register.sale.returnCode("BBBB", TestStore.MANAGER);
        pay();
        model.choiceMade("BROKEN");
        model.answered("RESELL");
        assertThat(list().hint()).as("Enter gives nothing back yet").isEqualTo("Choose how it goes back");
        model.choiceMade("part:0");
        assertThat(question().text()).isEqualTo("How does 12.50 go back?");
        model.answered("CASH");
        assertThat(ways).as("asked").isEmpty();
        assertThat(list().marked()).isEqualTo("go");
        model.choiceMade("go");
        assertThat(last().tenders()).extracting(SaleMessage.Tender::type).containsExactly("CASH");
    }

    @Test
    void aReceiptThatIsTooOldNeedsAYes() {
        FinishedSale sale = sellAsInTheStory();
        register.clock.pass(Duration.ofDays(40));
        catalogue(rules(new ReturnRules(30L, null, null, null)));
        returning.find(code(sale));
        assertThat(ways).containsExactly("asked sales.return-without-receipt");
    }

    private static ShopRules rules(ReturnRules returns) {
        return new ShopRules(
                null,
                null,
                null,
                null,
                null,
                null,
                returns,
                null,
                null,
                List.of(new Reason("RETURN", "BROKEN", Map.of("en", "Broken"))));
    }
}
