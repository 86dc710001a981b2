package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;

class ValueTenderTest {

    private static final String CARD = "9840012345678";

    @TempDir
    Path directory;

    private TenderingFixture shop;

    @BeforeEach
    void ringUpMilk() throws Exception {
        shop = new TenderingFixture(directory).ringUp(TestStore.MILK_CODE);
    }

    @AfterEach
    void closeShop() throws Exception {
        shop.close();
    }

    private void payWithCard(String keyed) {
        shop.model.tender("GIFT_CARD", keyed);
        assertThat(shop.state.work().prompt().title()).isEqualTo("Number of the gift card");
        shop.model.scanned(CARD);
    }

    @Test
    void aGiftCardPaysWhatItHasAndTheRestIsStillDue() {
        shop.server.available.put("GIFT_CARD" + CARD, 100L);
        payWithCard("");
        assertThat(shop.state.due()).isEqualTo("0.29 EUR");
        assertThat(shop.state.payments()).containsExactly(new PaymentRow(0, "Gift card …5678", "1.00"));
        assertThat(shop.notice()).contains("1.00 taken").contains("used up");
        shop.model.cash("");
        SaleMessage.Tender tender = shop.finished.get(0).sale().tenders().get(0);
        assertThat(tender.particulars().reference()).isEqualTo(CARD);
        assertThat(shop.server.held).containsOnlyKeys(tender.particulars().authorizationId());
    }

    @Test
    void aGiftCardWithMoreThanIsDuePaysItAndTheRestIsSaid() {
        shop.server.available.put("GIFT_CARD" + CARD, 1_000L);
        payWithCard("1.00");
        assertThat(shop.notice()).contains("9.00 is left");
        assertThat(shop.state.due()).isEqualTo("0.29 EUR");
    }

    @Test
    void anEmptyAnUnknownAndATruncatedCardAreToldAndTakeNothing() {
        shop.server.available.put("GIFT_CARD" + CARD, 0L);
        payWithCard("");
        assertThat(shop.notice()).contains("nothing left");
        shop.server.available.clear();
        payWithCard("");
        assertThat(shop.notice()).isEqualTo("Nothing is known of " + CARD + ".");
        shop.model.tender("GIFT_CARD", "");
        String own = OwnNumber.GIFT_CARD.make(new Random(3));
        shop.model.scanned(own.substring(0, own.length() - 1));
        assertThat(shop.notice()).contains("no whole number");
        assertThat(shop.register.sale.payments()).isEmpty();
        assertThat(shop.server.held).isEmpty();
    }

    @Test
    void withoutTheServerNothingIsTakenAndTheSaleGoesOn() {
        shop.server.isOut = true;
        payWithCard("");
        assertThat(shop.notice()).startsWith("The server does not answer");
        shop.model.cash("");
        assertThat(shop.finished).hasSize(1);
    }

    @Test
    void anAmountWhoseAnswerWasLostIsGivenUp() {
        shop.server.available.put("GIFT_CARD" + CARD, 1_000L);
        shop.server.losesAnswers = true;
        payWithCard("");
        assertThat(shop.register.sale.payments()).isEmpty();
        assertThat(shop.model.isBusy()).isFalse();
        assertThat(shop.server.released).containsExactlyElementsOf(shop.server.held.keySet());
    }

    @Test
    void aPaymentThatIsTakenBackIsFreeAgain() {
        shop.server.available.put("GIFT_CARD" + CARD, 100L);
        payWithCard("");
        shop.model.takeBack(0);
        shop.yes();
        assertThat(shop.register.sale.payments()).isEmpty();
        assertThat(shop.server.released).containsExactlyElementsOf(shop.server.held.keySet());
    }

    @Test
    void whatIsAskedOfTheServerDuringAPowerCutIsGivenUpAfterIt() throws Exception {
        shop.server.available.put("GIFT_CARD" + CARD, 1_000L);
        shop.server.waits = true;
        payWithCard("");
        assertThat(shop.model.isBusy()).isTrue();
        shop.model.back();
        assertThat(shop.model.isBusy())
                .as("Escape does not lose an answer on its way")
                .isTrue();
        shop.restart();
        assertThat(shop.model.isBusy()).isFalse();
        assertThat(shop.server.released).containsExactlyElementsOf(shop.server.held.keySet());
        shop.model.cash("");
        assertThat(shop.finished).hasSize(1);
    }

    @Test
    void onAccountNeedsACustomerWhoMayPayLater() {
        shop.model.tender("ON_ACCOUNT", "");
        assertThat(shop.notice()).contains("choose the customer");
        customer(null);
        shop.model.tender("ON_ACCOUNT", "");
        assertThat(shop.notice()).startsWith("Ada may not pay later");
        customer(10_000L);
        shop.server.available.put("ON_ACCOUNTc-1", 5_000L);
        shop.model.tender("ON_ACCOUNT", "");
        SaleMessage.Tender tender = shop.finished.get(0).sale().tenders().get(0);
        assertThat(tender.type()).isEqualTo("ON_ACCOUNT");
        assertThat(tender.particulars().reference()).isEqualTo("c-1");
    }

    private void customer(Long limit) {
        CustomerFound ada = new CustomerFound("c-1", null, "Ada", null, null, List.of(), false, limit, null);
        shop.register.sale.changes().particulars(known -> known.withCustomer(ada));
    }

    @Test
    void moneyGoesBackAsStoreCreditUnderANewNumberThatNobodyCanGuess() {
        returnMilk();
        shop.model.tender("STORE_CREDIT", "");
        SaleMessage.Tender tender = shop.finished.get(0).sale().tenders().get(0);
        assertThat(tender.amountMinor()).isEqualTo(-129);
        assertThat(OwnNumber.STORE_CREDIT.isWhole(tender.particulars().reference()))
                .isTrue();
    }

    @Test
    void moneyGoesBackOntoAGiftCardThatIsThereOnly() {
        returnMilk();
        assertThat(shop.state.keys().others())
                .extracting(TenderingState.TenderKey::type)
                .containsExactly("WALLET", "GIFT_CARD", "STORE_CREDIT", "ON_ACCOUNT");
        shop.server.isOut = true;
        payWithCard("");
        assertThat(shop.finished).isEmpty();
        shop.server.isOut = false;
        shop.server.available.put("GIFT_CARD" + CARD, 0L);
        shop.model.tender("GIFT_CARD", "2.00");
        assertThat(shop.notice()).contains("1.29");
        payWithCard("");
        assertThat(shop.finished.get(0).sale().tenders().get(0).amountMinor()).isEqualTo(-129);
    }

    private void returnMilk() {
        shop.register.sale.voidLine(1);
        shop.register.sale.returnCode(TestStore.MILK_CODE, TestStore.MANAGER);
        shop.model.begin();
    }

    @Test
    void whatMayHaveBeenSetAsideIsGivenUpAlsoWhenTheAnswerCannotBeRead() {
        String card = OwnNumber.GIFT_CARD.make(new Random(3));
        shop.server.available.put("GIFT_CARD" + card, 5_000L);
        shop.server.breaks = true;
        shop.model.tender("GIFT_CARD", "");
        shop.model.entered(card);
        assertThat(shop.server.held).hasSize(1);
        assertThat(shop.server.released).containsExactlyElementsOf(shop.server.held.keySet());
        assertThat(shop.model.isBusy()).isFalse();
        assertThat(shop.register.sale.payments()).isEmpty();
    }
}
