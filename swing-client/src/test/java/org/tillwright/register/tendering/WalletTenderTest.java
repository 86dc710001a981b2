package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRefused;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.wallet.WalletRefusal;

class WalletTenderTest {

    private static final WalletAnswer WAITING = new WalletAnswer.Waiting("pay:1");
    private static final WalletAnswer PAID = new WalletAnswer.Paid(TestRegister.euro(129), "W1");

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

    private void passSeconds(long seconds) {
        for (long i = 0; i < seconds; i++) {
            shop.register.clock.pass(Duration.ofSeconds(1));
            shop.model.tick();
        }
    }

    @Test
    void theKeyIsOffWhileNoServerIsReachedAndOnAgainByItself() {
        shop.model.say(Announcement.NONE);
        assertThat(walletKey()).isEqualTo(new TenderingState.TenderKey("WALLET", "Wallet", true));
        shop.gateway.isReached = false;
        passSeconds(1);
        assertThat(walletKey()).isEqualTo(new TenderingState.TenderKey("WALLET", "Wallet: not while offline", false));
        shop.gateway.isReached = true;
        passSeconds(1);
        assertThat(walletKey().isOn()).isTrue();
    }

    private TenderingState.TenderKey walletKey() {
        return shop.state.keys().others().stream()
                .filter(key -> key.type().equals("WALLET"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCodeIsShownUntilTheCustomerHasPaidAndTheSaleIsDone() {
        shop.gateway.says(WAITING);
        shop.model.tender("WALLET", "");
        assertThat(shop.state.terminal().code()).isEqualTo("pay:1");
        assertThat(shop.register.devices).contains("code pay:1 " + TestRegister.euro(129));
        passSeconds(3);
        shop.gateway.forget();
        shop.gateway.says(PAID);
        passSeconds(1);
        assertThat(shop.finished).hasSize(1);
        SaleMessage.Tender tender = shop.finished.get(0).sale().tenders().get(0);
        assertThat(tender.type()).isEqualTo("WALLET");
        assertThat(tender.particulars().reference()).isEqualTo("W1");
        assertThat(tender.particulars().authorizationId())
                .isEqualTo(shop.gateway.asked.get(0).paymentId());
    }

    @Test
    void aCodeOfTheCustomersPhoneIsChargedUnderTheSameNameSoThatNothingIsPaidTwice() {
        shop.gateway.says(WAITING);
        shop.model.tender("WALLET", "");
        shop.gateway.forget();
        shop.gateway.says(PAID);
        assertThat(shop.model.takesScans()).isTrue();
        assertThat(shop.model.scanned("2812345678")).isTrue();
        assertThat(shop.finished).hasSize(1);
        assertThat(shop.gateway.asked)
                .extracting(WalletRequest::paymentId)
                .containsOnly(shop.gateway.asked.get(0).paymentId());
        assertThat(shop.gateway.asked.get(1)).isInstanceOf(WalletRequest.Scan.class);
    }

    @Test
    void goodsThatAreScannedWhileACodeIsAwaitedAreNoWallet() {
        shop.gateway.says(WAITING);
        shop.model.tender("WALLET", "");
        shop.model.scanned(TestStore.MILK_CODE);
        assertThat(shop.notice()).contains(TestStore.MILK_CODE);
        assertThat(shop.gateway.asked).hasSize(1);
    }

    @Test
    void aDeclinedPaymentLeavesEverythingToPay() {
        shop.gateway.says(new WalletAnswer.Declined(WalletAnswer.Reason.REFUSED));
        shop.model.tender("WALLET", "1.00");
        assertThat(shop.notice()).startsWith("The wallet said no, 1.00 not paid");
        assertThat(shop.model.isBusy()).isFalse();
        assertThat(shop.state.due()).isEqualTo("1.29 EUR");
    }

    @ParameterizedTest
    @EnumSource(WalletRefusal.class)
    void whyTheServerRefusesIsSaidAndTheSaleGoesOn(WalletRefusal why) {
        shop.gateway.fails(new WalletRefused(DeviceException.Trouble.NOT_UNDERSTOOD, why));
        shop.model.tender("WALLET", "");
        passSeconds(1);
        String key = "wallet.refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(shop.state.notice().text())
                .isEqualTo(Texts.of("en").text(key))
                .contains("No money moved");
        assertThat(shop.model.isBusy()).isFalse();
    }

    @Test
    void anAnswerThatWasLostIsAskedForUntilItComes() {
        shop.gateway.says(new WalletAnswer.Unclear("line lost"));
        shop.gateway.fails(new DeviceException(DeviceKind.WALLET, DeviceException.Trouble.ABSENT));
        shop.model.tender("WALLET", "");
        passSeconds(3);
        assertThat(shop.state.terminal().text()).contains("silent");
        shop.model.cash("");
        shop.model.back();
        assertThat(shop.finished).isEmpty();
        assertThat(shop.isLeft).isFalse();
        shop.gateway.forget();
        shop.gateway.says(PAID);
        passSeconds(1);
        assertThat(shop.finished).hasSize(1);
    }

    @Test
    void whatTheGatewayNeverHeardOfWasNotPaid() {
        shop.gateway.says(new WalletAnswer.Unclear("line lost"));
        shop.gateway.says(new WalletAnswer.NotKnown());
        shop.model.tender("WALLET", "");
        passSeconds(1);
        assertThat(shop.notice()).contains("never got the payment");
        assertThat(shop.model.isBusy()).isFalse();
    }

    @Test
    void aGatewayThatStaysSilentLeavesTheWordToAPersonAndItIsWrittenDown() throws Exception {
        shop.gateway.says(new WalletAnswer.Unclear("line lost"));
        shop.gateway.fails(new DeviceException(DeviceKind.WALLET, DeviceException.Trouble.NOT_ANSWERING));
        shop.model.tender("WALLET", "");
        passSeconds(16);
        assertThat(shop.state.question().answers().get(0).id()).isEqualTo("look");
        shop.model.answered("look");
        assertThat(shop.state.notice().tone()).isEqualTo(Announcement.Tone.DANGER);
        assertThat(shop.register.sale.payments()).isEmpty();
        shop.model.answered(WalletTender.PAID);
        assertThat(shop.finished).hasSize(1);
        assertThat(shop.register.events()).containsExactly("WALLET_UNCLEAR_PAID");
    }

    @ParameterizedTest
    @CsvSource({"EUR, 99999", "EUR, 1", "EUR, 0", "USD, 129"})
    void aGatewayThatTookAnotherAmountThanAskedForIsNotBelieved(String currency, long minor) throws Exception {
        shop.gateway.says(new WalletAnswer.Paid(new Money(Currency.of(currency), minor), "W1"));
        shop.model.tender("WALLET", "");
        passSeconds(16);
        assertThat(shop.register.sale.payments()).isEmpty();
        shop.model.answered("look");
        shop.model.answered(WalletTender.PAID);
        assertThat(shop.finished).hasSize(1);
        assertThat(shop.finished.get(0).sale().tenders())
                .singleElement()
                .satisfies(tender -> assertThat(tender.amountMinor()).isEqualTo(129));
        assertThat(shop.register.events()).containsExactly("WALLET_UNCLEAR_PAID");
    }

    @Test
    void aPaymentThatTakesTooLongIsStoppedAndItsOwnAnswerCounts() {
        shop.gateway.says(WAITING);
        shop.model.tender("WALLET", "");
        passSeconds(WalletTender.LIMIT.toSeconds() - 1);
        assertThat(shop.gateway.calls).doesNotContain("cancel");
        shop.gateway.forget();
        shop.gateway.says(PAID); // a moment before it was stopped
        passSeconds(2);
        assertThat(shop.gateway.calls).contains("cancel");
        assertThat(shop.finished).hasSize(1);
    }

    @Test
    void stoppingAsksTheGatewayAndWaitsForItsWord() {
        shop.gateway.says(WAITING);
        shop.model.tender("WALLET", "");
        shop.gateway.forget();
        shop.gateway.says(new WalletAnswer.Declined(WalletAnswer.Reason.CANCELLED));
        shop.model.stop();
        assertThat(shop.notice()).contains("was stopped");
        assertThat(shop.model.isBusy()).isFalse();
    }

    @Test
    void aRegisterThatWasKilledMeanwhileAsksAgainUnderTheSameName() throws Exception {
        shop.gateway.says(WAITING);
        shop.model.tender("WALLET", "");
        shop.restart();
        assertThat(shop.model.isBusy()).isTrue();
        shop.gateway.forget();
        shop.gateway.says(PAID);
        passSeconds(2);
        assertThat(shop.finished).hasSize(1);
        assertThat(shop.finished.get(0).sale().tenders().get(0).particulars().authorizationId())
                .isEqualTo(shop.gateway.asked.get(0).paymentId());
    }

    @Test
    void aPaymentThatIsTakenBackIsPaidBackFirst() {
        shop.gateway.says(new WalletAnswer.Paid(TestRegister.euro(100), "W1"));
        shop.model.tender("WALLET", "1.00");
        shop.gateway.forget();
        shop.gateway.says(WAITING);
        shop.model.takeBack(0);
        shop.yes();
        assertThat(shop.gateway.asked.get(1)).isInstanceOf(WalletRequest.Refund.class);
        assertThat(shop.register.sale.payments()).hasSize(1);
        shop.gateway.forget();
        shop.gateway.says(new WalletAnswer.Paid(TestRegister.euro(100), "W2"));
        passSeconds(1);
        assertThat(shop.register.sale.payments()).isEmpty();
        assertThat(shop.state.due()).isEqualTo("1.29 EUR");
    }

    @Test
    void moneyOfAnotherCurrencyIsForAPersonToLookAt() {
        shop.gateway.says(new WalletAnswer.Paid(new Money(Currency.of("SEK"), 129), "W1"));
        shop.model.tender("WALLET", "");
        assertThat(shop.finished).isEmpty();
        shop.gateway.fails(new DeviceException(DeviceKind.WALLET, DeviceException.Trouble.NOT_ANSWERING));
        passSeconds(16);
        shop.model.answered(WalletTender.NOT_PAID);
        assertThat(shop.model.isBusy()).isFalse();
        assertThat(shop.register.sale.payments()).isEmpty();
    }

    @Test
    void aGatewayWhoseDriverFailsMayHaveTakenTheMoneyAndIsAskedAgain() {
        shop.gateway.fails(new IllegalArgumentException("half an answer"));
        shop.gateway.says(PAID);
        shop.model.tender("WALLET", "");
        assertThat(shop.model.isBusy()).isTrue();
        passSeconds(1);
        assertThat(shop.finished).hasSize(1);
    }
}
