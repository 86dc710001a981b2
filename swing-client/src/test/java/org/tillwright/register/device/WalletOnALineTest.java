package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.WalletAnswer.Declined;
import org.tillwright.register.device.WalletAnswer.NotKnown;
import org.tillwright.register.device.WalletAnswer.Paid;
import org.tillwright.register.device.WalletAnswer.Reason;
import org.tillwright.register.device.WalletAnswer.Unclear;
import org.tillwright.register.device.WalletAnswer.Waiting;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.WalletSimulator;

/** Wallet payments over a real TCP connection. */
@Timeout(60)
class WalletOnALineTest {

    private static final Money AMOUNT = new Money(Currency.of("EUR"), 890);

    private final UUID id = UUID.randomUUID();
    private final List<String> screen = Collections.synchronizedList(new ArrayList<>());
    private WalletSimulator gateway;
    private Devices devices;

    private void wire(Mode mode) throws IOException {
        gateway = WalletSimulator.open("tcp:0", null, mode, screen::add);
        devices = Devices.open(DeviceUris.NONE.withWallet("plain+tcp:127.0.0.1:" + gateway.tcpPort()), failure -> {
            throw new IllegalStateException(failure);
        });
    }

    @AfterEach
    void unwire() {
        devices.close();
        gateway.close();
    }

    private WalletAnswer told(DeviceLane.Question<PaymentGateway, WalletAnswer> question) throws Exception {
        return devices.wallet().orElseThrow().ask(question).get(30, TimeUnit.SECONDS);
    }

    private WalletAnswer show() throws Exception {
        return told(wallet -> wallet.ask(new WalletRequest.Show(id, AMOUNT)));
    }

    private WalletAnswer status() throws Exception {
        return told(wallet -> wallet.status(id));
    }

    @Test
    void aCodeIsShownAndTheCustomerPaysInTheirOwnTime() throws Exception {
        wire(Mode.ASK);
        assertThat(show()).isEqualTo(new Waiting(WalletSimulator.CODE_PREFIX + id));
        assertThat(status()).isInstanceOf(Waiting.class);
        gateway.approve();
        assertThat(status()).isEqualTo(new Paid(AMOUNT, "W00000001"));
    }

    @Test
    void theSamePaymentAskedTwiceIsPaidOnce() throws Exception {
        wire(Mode.APPROVE);
        assertThat(show()).isEqualTo(show());
        assertThat(screen).containsExactly("Payment of 890", "Paid W00000001");
    }

    @Test
    void aCodeThatTheCustomerShowsIsChargedAlsoWhenAnotherWasShownBefore() throws Exception {
        wire(Mode.ASK);
        show();
        assertThat(told(wallet -> wallet.ask(new WalletRequest.Scan(id, AMOUNT, "2812345678901234"))))
                .isEqualTo(new Paid(AMOUNT, "W00000001"));
        assertThat(status()).isEqualTo(new Paid(AMOUNT, "W00000001"));
    }

    @Test
    void aDeclinedPaymentIsDeclinedAndAStoppedOneToo() throws Exception {
        wire(Mode.DECLINE);
        assertThat(show()).isEqualTo(new Declined(Reason.REFUSED));
        gateway.setMode(Mode.ASK);
        UUID other = UUID.randomUUID();
        told(wallet -> wallet.ask(new WalletRequest.Show(other, AMOUNT)));
        assertThat(told(wallet -> wallet.cancel(other))).isEqualTo(new Declined(Reason.CANCELLED));
    }

    @Test
    void stoppingTooLateTellsThatItWasPaid() throws Exception {
        wire(Mode.APPROVE);
        show();
        assertThat(told(wallet -> wallet.cancel(id))).isInstanceOf(Paid.class);
    }

    @Test
    void anAnswerThatWasLostIsUnclearAndTheStatusTellsThatTheMoneyMoved() throws Exception {
        wire(Mode.SILENT);
        assertThat(show()).isInstanceOf(Unclear.class);
        gateway.setMode(Mode.APPROVE);
        assertThat(status()).isEqualTo(new Paid(AMOUNT, "W00000001"));
    }

    @Test
    void whatTheGatewayNeverHeardOfDidNotMoveMoney() throws Exception {
        wire(Mode.APPROVE);
        assertThat(status()).isEqualTo(new NotKnown());
    }

    @Test
    void moneyGoesBackOnce() throws Exception {
        wire(Mode.ASK);
        WalletRequest refund = new WalletRequest.Refund(id, AMOUNT, "W00000001");
        assertThat(told(wallet -> wallet.ask(refund))).isEqualTo(told(wallet -> wallet.ask(refund)));
        assertThat(screen).containsExactly("Refund of 890", "Paid W00000001");
    }

    @Test
    void aGatewayThatIsNotThereCertainlyTookNoMoney() throws Exception {
        wire(Mode.APPROVE);
        gateway.pull();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(this::show)
                .havingCause()
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.ABSENT));
        gateway.plugIn();
        assertThat(show()).isInstanceOf(Paid.class);
    }
}
