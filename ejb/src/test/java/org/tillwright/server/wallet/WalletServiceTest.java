package org.tillwright.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Reason;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.server.wallet.ScriptedGateway.Trouble;
import org.tillwright.wire.wallet.WalletRefusal;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/** Payments from phones, against a gateway on a real connection. */
class WalletServiceTest {

    private final UUID id = UUID.randomUUID();
    private WalletShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new WalletShop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aCodeIsShownAndTheCustomerPaysInTheirOwnTime() {
        WalletStateMessage shown = shop.show(id, 890);
        assertThat(shown.state()).isEqualTo("WAITING");
        assertThat(shown.code()).isEqualTo("pay.example/" + id);
        shop.gateway.pay(id);
        shop.tell(id);
        assertThat(shop.status(id)).isEqualTo(new WalletStateMessage(id, "PAID", 890L, "EUR", null, "G1", null));
        assertThat(shop.gateway.asked()).as("the event told it").containsExactly("POST /payments");
    }

    @Test
    void theSamePaymentAskedTwiceIsPaidOnce() {
        assertThat(shop.scan(id, 890, "2812345678901234")).isEqualTo(shop.scan(id, 890, "2812345678901234"));
        assertThat(shop.gateway.begun()).isEqualTo(1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.scan(id, 891, "2812345678901234"))
                .satisfies(no -> assertThat(no.code()).isEqualTo(ProblemCode.TRANSACTION_CONFLICT));
    }

    @Test
    void aCodeThatTheCustomerShowsIsChargedAlsoWhenAnotherWasShownBefore() {
        shop.show(id, 890);
        assertThat(shop.scan(id, 890, "2812345678901234").state()).isEqualTo("PAID");
        assertThat(shop.gateway.begun()).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasLostIsUnclearAndTheGatewayIsAskedWhatBecameOfIt() {
        shop.gateway.trouble(Trouble.ANSWER_LOST, Trouble.BROKEN);
        assertThat(shop.scan(id, 890, "2812345678901234").state()).isEqualTo("UNCLEAR");
        assertThat(shop.status(id).state()).isEqualTo("PAID");
        assertThat(shop.gateway.begun()).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasLostOnceIsAskedForAgainUnderTheSameKey() {
        shop.gateway.trouble(Trouble.ANSWER_LOST);
        assertThat(shop.scan(id, 890, "2812345678901234").state()).isEqualTo("PAID");
        assertThat(shop.gateway.asked()).containsExactly("POST /payments", "POST /payments");
        assertThat(shop.gateway.begun()).isEqualTo(1);
    }

    @Test
    void whatNeverArrivedIsStoppedBeforeItCanArriveLate() {
        shop.gateway.trouble(Trouble.REQUEST_LOST, Trouble.REQUEST_LOST);
        assertThat(shop.show(id, 890).state()).isEqualTo("UNCLEAR");
        WalletStateMessage told = shop.status(id);
        assertThat(told.state()).isEqualTo("DECLINED");
        assertThat(told.reason()).isEqualTo("NOT_READY");
        assertThat(shop.show(id, 890)).as("for good").isEqualTo(told);
        assertThat(shop.gateway.begun()).isZero();
    }

    @Test
    void anAnswerThatIsNoneTellsNothing() {
        shop.gateway.trouble(Trouble.GIBBERISH, Trouble.GIBBERISH);
        assertThat(shop.show(id, 890).state()).isEqualTo("UNCLEAR");
    }

    @Test
    void aGatewayThatTakesNothingNowCertainlyTookNothing() {
        shop.gateway.trouble(Trouble.NOT_NOW);
        assertThat(reason(() -> shop.show(id, 890))).isEqualTo(WalletReason.NOT_TAKEN);
        assertThat(shop.state(id)).isEqualTo("DECLINED");
    }

    @Test
    void certainIsOnlyWhatWasCertainEachTime() {
        shop.gateway.trouble(Trouble.ANSWER_LOST, Trouble.NOT_NOW);
        assertThat(shop.scan(id, 890, "2812345678901234").state()).isEqualTo("UNCLEAR");
        assertThat(shop.status(id).state()).isEqualTo("PAID");
    }

    @Test
    void aGatewayThatIsNotThereIsSaidAndNothingMoved() {
        shop.gateway.close();
        assertThat(reason(() -> shop.show(id, 890))).isEqualTo(WalletReason.UNREACHABLE);
        assertThat(shop.state(id)).isEqualTo("DECLINED");
    }

    @Test
    void aKeyThatTheGatewayDoesNotKnowIsSaid() throws IOException {
        try (WalletShop stranger = new WalletShop("another-key")) {
            assertThat(reason(() -> stranger.show(id, 890))).isEqualTo(WalletReason.KEY_REFUSED);
        }
    }

    @Test
    void whatIsUnsoundIsNotAsked() {
        assertThat(reason(() -> shop.show(id, 0))).isEqualTo(WalletReason.UNSOUND);
        assertThat(reason(() -> shop.scan(id, 5, "two words"))).isEqualTo(WalletReason.UNSOUND);
        assertThat(reason(() -> ask(new WalletRequestMessage(id, "SHOW", 5L, "DKK", null, null))))
                .isEqualTo(WalletReason.UNSOUND);
        assertThat(reason(() -> ask(new WalletRequestMessage(id, "REFUND", 5L, "EUR", null, null))))
                .isEqualTo(WalletReason.UNSOUND);
        assertThat(reason(() -> ask(new WalletRequestMessage(id, "GIVE", 5L, "EUR", null, null))))
                .isEqualTo(WalletReason.UNSOUND);
        assertThat(shop.gateway.asked()).isEmpty();
    }

    private WalletStateMessage ask(WalletRequestMessage request) {
        return shop.wallets.ask(WalletShop.TILL, request);
    }

    @Test
    void aPaymentThatWasAskedAboutBeforeItCameIsRefusedWhenItComes() {
        assertThat(shop.status(id).state()).isEqualTo("NOT_KNOWN");
        assertThat(reason(() -> shop.show(id, 890))).isEqualTo(WalletReason.GIVEN_UP);
        assertThat(shop.gateway.asked()).isEmpty();
    }

    @Test
    void stoppingTellsWhatBecameOfIt() {
        shop.show(id, 890);
        assertThat(shop.wallets.cancel(WalletShop.TILL, id).reason()).isEqualTo("CANCELLED");
        UUID paid = UUID.randomUUID();
        shop.show(paid, 100);
        shop.gateway.pay(paid);
        assertThat(shop.wallets.cancel(WalletShop.TILL, paid).state())
                .as("a moment too late")
                .isEqualTo("PAID");
    }

    @Test
    void whatCouldNotBeStoppedIsStoppedLater() {
        shop.show(id, 890);
        shop.gateway.trouble(Trouble.REQUEST_LOST, Trouble.REQUEST_LOST);
        assertThat(shop.wallets.cancel(WalletShop.TILL, id).state()).isEqualTo("UNCLEAR");
        assertThat(shop.wallets.lookAfter()).isEqualTo(1);
        assertThat(shop.state(id)).isEqualTo("DECLINED");
    }

    @Test
    void anotherRegisterMayNotAskAboutIt() {
        shop.show(id, 890);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> shop.wallets.status("till-02", id))
                .satisfies(no -> assertThat(no.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }

    @Test
    void moneyGoesBackOnceAndNeverMoreThanWasPaid() {
        String reference = shop.scan(id, 890, "2812345678901234").reference();
        UUID refund = UUID.randomUUID();
        assertThat(shop.refund(refund, 500, reference)).isEqualTo(shop.refund(refund, 500, reference));
        assertThat(reason(() -> shop.refund(UUID.randomUUID(), 391, reference))).isEqualTo(WalletReason.TOO_MUCH_BACK);
        assertThat(shop.refund(UUID.randomUUID(), 390, reference).state()).isEqualTo("PAID");
        assertThat(shop.gateway.begun()).isEqualTo(3);
    }

    @Test
    void aPaymentWhoseEventNeverCameIsAskedFor() {
        shop.show(id, 890);
        shop.gateway.pay(id);
        assertThat(shop.wallets.lookAfter()).as("too early").isZero();
        shop.shop.clock.advance(WalletTurns.FIRST_LOOK);
        assertThat(shop.wallets.lookAfter()).isEqualTo(1);
        assertThat(shop.state(id)).isEqualTo("PAID");
        assertThat(shop.wallets.lookAfter()).isZero();
    }

    @Test
    void whatNobodyPaidIsStoppedWhenNobodyCanBeWaiting() {
        shop.show(id, 890);
        shop.shop.clock.advance(WalletTurns.PAYMENT_LASTS.plusSeconds(1));
        shop.wallets.lookAfter();
        assertThat(shop.state(id)).isEqualTo("DECLINED");
    }

    @Test
    void aSilentGatewayIsAskedEverLaterAndNeverGivenUp() {
        shop.show(id, 890);
        shop.gateway.close();
        int looks = 0;
        for (int hour = 0; hour < 48; hour++) {
            shop.shop.clock.advance(Duration.ofHours(1));
            looks += shop.wallets.lookAfter();
        }
        assertThat(looks).isBetween(40, 48);
        assertThat(shop.state(id)).isEqualTo("WAITING");
    }

    @Test
    void keyAndSecretsAreInNoText() {
        var settings = shop.shop.wiring.get(ServerSettings.class);
        assertThat(settings.toString()).doesNotContain(ScriptedGateway.KEY, ScriptedGateway.SECRET);
    }

    static Reason reason(Supplier<?> call) {
        try {
            throw new AssertionError("not refused, but " + call.get());
        } catch (Refused refused) {
            assertThat(refused.code()).isEqualTo(ProblemCode.WALLET_REFUSED);
            return refused.reasons().get(0);
        }
    }

    @Test
    void registersHaveWordsForEachReason() {
        assertThat(WalletReason.values())
                .extracting(Enum::name)
                .containsExactlyElementsOf(
                        Arrays.stream(WalletRefusal.values()).map(Enum::name).toList());
    }
}
