package org.tillwright.register.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardDesk;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.receipts.PostVoidTalk;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalMovement;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;

/** Sales undone at a terminal on a real line, whose answer is lost: the terminal says what became of it, and money moves once. */
@Timeout(120)
class CardUndoneAtTheTerminalTest extends ReturningTill {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TerminalSimulator terminalOnALine;
    private Devices devices;
    private CardDesk desk;

    @Override
    PostVoidTalk.CardMoves cards() throws IOException {
        terminalOnALine = TerminalSimulator.open("tcp:0", null, Mode.APPROVE, text -> {});
        String address = "zvt+tcp:127.0.0.1:" + terminalOnALine.tcpPort() + "?password=000000";
        devices = Devices.open(DeviceUris.NONE.with(DeviceKind.CARD_TERMINAL, address), failure -> {});
        desk = new CardDesk(devices::cardTerminal, register.journal, register.clock, UUID::randomUUID);
        return new Moves();
    }

    @AfterEach
    void unplug() {
        devices.close();
        terminalOnALine.close();
    }

    private FinishedSale sold() throws Exception {
        register.sale.add("AAAA");
        CardResult.Approved paid = (CardResult.Approved)
                desk.pay(register.sale.transactionId(), euro(2500)).get(30, TimeUnit.SECONDS);
        register.sale.payCard(euro(2500), paid.card());
        return ((SaleOutcome.Finished) register.sale.finish()).sale();
    }

    private void undo(FinishedSale sale) {
        journal.beginUndo(Long.toString(sale.record().sequence()));
        model.choiceMade("sale:" + sale.record().sequence());
        model.answered("do");
    }

    /** The terminal's answer comes on its own thread here; the cashier does nothing meanwhile. */
    private static void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private boolean isTold(String words) {
        return state.notice().text().contains(words);
    }

    private long held() {
        return terminalOnALine.books().stream()
                .mapToLong(TerminalMovement::signed)
                .sum();
    }

    /** The line breaks at this step, and stays broken until the cashier tries again. */
    private void cutAt(Step step, Failure failure) {
        terminalOnALine.failAt(step, failure);
        terminalOnALine.onReaching(step, terminalOnALine::pull);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BOOKED", "STATUS_SENT", "BEFORE_COMPLETION"})
    void anUndoingWhoseAnswerWasLostCountsWhenTheTerminalIsBack(Step step) throws Exception {
        FinishedSale sale = sold();
        cutAt(step, Failure.CUT_AND_GO_ON);
        undo(sale);
        until("the loss to be told", () -> isTold("does not say yet whether receipt"));
        assertThat(finished).isEmpty();

        terminalOnALine.plugIn();
        undo(sale);
        until("the sale to be undone", () -> !finished.isEmpty());
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
        assertThat(terminalOnALine.books()).extracting(TerminalMovement::kind).containsExactly("PAYMENT", "REVERSAL");
        assertThat(held()).isZero();
        assertThat(desk.open()).isEmpty();
    }

    @Test
    void anUndoingThatNeverHappenedIsDoneTheNextTime() throws Exception {
        FinishedSale sale = sold();
        cutAt(Step.CARD_READ, Failure.CUT);
        undo(sale);
        until("the loss to be told", () -> isTold("does not say yet whether receipt"));

        terminalOnALine.plugIn();
        undo(sale);
        until("what the terminal says", () -> isTold("the sale stands"));
        assertThat(held()).isEqualTo(2500);
        undo(sale);
        until("the sale to be undone", () -> !finished.isEmpty());
        assertThat(held()).isZero();
    }

    @Test
    void aChargeForAReturnThatIsUndoneIsAskedForToo() throws Exception {
        FinishedSale sale = sold();
        takeBack(sale, "line:1");
        pay();
        model.choiceMade("go");
        until("the return to be paid", () -> finished.size() == 1);
        assertThat(held()).isZero();
        FinishedSale returned = finished.get(0);
        cutAt(Step.BOOKED, Failure.CUT_AND_GO_ON);
        undo(returned);
        until("the loss to be told", () -> isTold("does not say yet whether receipt"));

        terminalOnALine.plugIn();
        desk.tick(register.sale.transactionId()); // as the register does by itself: nobody may undo this charge
        undo(returned);
        until("the return to be undone", () -> finished.size() == 2);
        assertThat(held()).isEqualTo(2500);
        assertThat(terminalOnALine.books())
                .extracting(TerminalMovement::kind)
                .containsExactly("PAYMENT", "REFUND", "PAYMENT");
        assertThat(desk.open()).isEmpty();
    }

    private final class Moves implements PostVoidTalk.CardMoves {

        @Override
        public boolean isThere() {
            return desk.isThere();
        }

        @Override
        public CompletableFuture<CardResult> refund(CardRefund refund) {
            UUID undoes = refund.undoes();
            return desk.refund(undoes == null ? register.sale.transactionId() : undoes, refund);
        }

        @Override
        public CompletableFuture<CardResult> charge(UUID undoes, Money amount) {
            return desk.charge(undoes, amount);
        }

        @Override
        public boolean canAsk(UUID undoes) {
            return desk.of(undoes).isPresent();
        }

        @Override
        public CompletableFuture<CardResult> whatBecame(UUID undoes) {
            return desk.whatBecame(undoes);
        }
    }
}
