package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardResult.Approved;
import org.tillwright.register.device.CardResult.Declined;
import org.tillwright.register.device.CardResult.Reason;
import org.tillwright.register.device.CardResult.Unknown;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.wire.SaleMessage;

/** Card payments by ZVT over a real TCP connection. */
@Timeout(60)
class CardTerminalOnALineTest {

    private static final Money AMOUNT = new Money(Currency.of("EUR"), 890);

    private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
    private TerminalSimulator terminal;
    private Devices devices;

    private void wire(Mode mode, String options) throws IOException {
        terminal = TerminalSimulator.open("tcp:0", null, mode, screen::add);
        String uri = "zvt+tcp:127.0.0.1:" + terminal.tcpPort() + options;
        devices = Devices.open(DeviceUris.NONE.with(DeviceKind.CARD_TERMINAL, uri), failure -> {
            throw new IllegalStateException(failure);
        });
    }

    @AfterEach
    void unwire() {
        devices.close();
        terminal.close();
    }

    private CompletableFuture<CardResult> pay() {
        return devices.cardTerminal().orElseThrow().ask(device -> device.authorize(AMOUNT));
    }

    private CardResult result() throws Exception {
        return pay().get(30, TimeUnit.SECONDS);
    }

    @Test
    void anApprovedPaymentTellsWhatBelongsOnTheReceiptAndNoMore() throws Exception {
        wire(Mode.APPROVE, "?password=" + TerminalSimulator.FACTORY_PASSWORD);
        assertThat(result())
                .isEqualTo(new Approved(
                        AMOUNT, new SaleMessage.Card("girocard", "4242", "A00001", "52500041", "000001", "0001")));
        assertThat(result()).isInstanceOf(Approved.class);
        assertThat(screen)
                .containsExactly("Register signed on", "Payment of 890", "Approved", "Payment of 890", "Approved");
    }

    private CardResult refund(CardRefund refund) throws Exception {
        return devices.cardTerminal()
                .orElseThrow()
                .ask(device -> device.refund(refund))
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void moneyGoesBackToACard() throws Exception {
        wire(Mode.APPROVE, "?password=" + TerminalSimulator.FACTORY_PASSWORD);
        assertThat(refund(CardRefund.of(AMOUNT)))
                .isInstanceOfSatisfying(
                        Approved.class, back -> assertThat(back.amount()).isEqualTo(AMOUNT));
        assertThat(screen).containsExactly("Register signed on", "Refund of 890", "Approved");
    }

    @Test
    void aPaymentIsUndoneOnceAndNotTwice() throws Exception {
        wire(Mode.APPROVE, "");
        SaleMessage.Card paid = ((Approved) result()).card();
        assertThat(refund(CardRefund.undoing(AMOUNT, paid))).isInstanceOf(Approved.class);
        assertThat(refund(CardRefund.undoing(AMOUNT, paid))).isEqualTo(new Declined(Reason.REFUSED, "B5"));
        assertThat(screen)
                .containsExactly("Payment of 890", "Approved", "Refund of 890", "Approved", "Nothing to undo");
    }

    @Test
    void aRefundThatTheTerminalFallsSilentOnIsUnknown() throws Exception {
        wire(Mode.HANG, "?limit=1");
        assertThat(refund(CardRefund.of(AMOUNT)))
                .isEqualTo(new Unknown("the terminal gave no result within the time limit"));
    }

    @Test
    void aTerminalWithoutRegistrationTakesPaymentsToo() throws Exception {
        wire(Mode.APPROVE, "");
        assertThat(result()).isInstanceOf(Approved.class);
    }

    @Test
    void aDeclinedPaymentIsDeclined() throws Exception {
        wire(Mode.DECLINE, "");
        assertThat(result()).isEqualTo(new Declined(Reason.REFUSED, "05"));
    }

    @Test
    void aWrongPasswordIsTold() throws Exception {
        wire(Mode.APPROVE, "?password=123456");
        assertThat(result()).isEqualTo(new Declined(Reason.NOT_READY, "9A"));
    }

    @Test
    void anUndecidedPaymentIsStoppedAtTheLimit() throws Exception {
        wire(Mode.ASK, "?limit=1");
        assertThat(result()).isEqualTo(new Declined(Reason.TIMED_OUT, "6C"));
    }

    @Test
    void theCashierCanStopAPayment() throws Exception {
        wire(Mode.ASK, "");
        CompletableFuture<CardResult> paying = pay();
        assertThat(screen.poll(10, TimeUnit.SECONDS)).isEqualTo("Payment of 890");
        devices.cardTerminal().orElseThrow().device().cancel();
        assertThat(paying.get(10, TimeUnit.SECONDS)).isEqualTo(new Declined(Reason.CANCELLED, "6C"));
    }

    @Test
    void aPersonAtTheTerminalDecides() throws Exception {
        wire(Mode.ASK, "");
        CompletableFuture<CardResult> paying = pay();
        assertThat(screen.poll(10, TimeUnit.SECONDS)).isEqualTo("Payment of 890");
        terminal.approve();
        assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Approved.class);
    }

    @Test
    void aTerminalThatFallsSilentLeavesThePaymentUnknown() throws Exception {
        wire(Mode.HANG, "?limit=1");
        assertThat(result()).isEqualTo(new Unknown("the terminal gave no result within the time limit"));
        terminal.setMode(Mode.APPROVE);
        assertThat(result()).isInstanceOf(Approved.class);
    }

    @Test
    void aTerminalThatNeverAnswersLeavesThePaymentUnknown() throws Exception {
        wire(Mode.SILENT, "");
        assertThat(result()).isEqualTo(new Unknown("the terminal did not say whether it has the payment"));
    }

    @Test
    void aLineThatBreaksDuringAPaymentLeavesItUnknown() throws Exception {
        wire(Mode.ASK, "");
        CompletableFuture<CardResult> paying = pay();
        assertThat(screen.poll(10, TimeUnit.SECONDS)).isEqualTo("Payment of 890");
        terminal.pull();
        assertThat(paying.get(10, TimeUnit.SECONDS)).isInstanceOf(Unknown.class);
    }

    @Test
    void aTerminalThatIsNotThereCertainlyTookNoMoney() throws Exception {
        wire(Mode.APPROVE, "");
        terminal.pull();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(this::result)
                .havingCause()
                .isInstanceOfSatisfying(
                        DeviceException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.ABSENT));
    }
}
