package org.tillwright.register.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Currency;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalMovement;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.WireJson;

/** The terminal's end of day beside what the register knows of it. */
@Timeout(60)
class CardDayEndTest {

    private static final Currency EURO = Currency.of("EUR");

    @TempDir
    Path directory;

    private final List<String> shown = new ArrayList<>();
    private TerminalSimulator terminal;
    private TestRegister register;
    private Devices devices;
    private CardDesk desk;

    @BeforeEach
    void open() throws Exception {
        terminal = TerminalSimulator.open("tcp:0", null, Mode.APPROVE, shown::add);
        register = TestRegister.open(directory);
        String address = "zvt+tcp:127.0.0.1:" + terminal.tcpPort() + "?password=000000";
        devices = Devices.open(DeviceUris.NONE.with(DeviceKind.CARD_TERMINAL, address), failure -> {});
        desk = new CardDesk(devices::cardTerminal, register.journal, register.clock, UUID::randomUUID);
    }

    @AfterEach
    void close() throws Exception {
        devices.close();
        register.close();
        terminal.close();
    }

    private static <T> T got(CompletableFuture<T> answer) throws Exception {
        return answer.get(30, TimeUnit.SECONDS);
    }

    private CardSettlementMessage closed() throws Exception {
        CardDayEnd.By by = new CardDayEnd.By("shop", "op-1", TestRegister.RULE);
        return ((CardDayEnd.Outcome.Closed) got(desk.closeDay(EURO, by))).settlement();
    }

    @Test
    void bothSumsAndEveryReceiptAreInTheJournalOnce() throws Exception {
        UUID sale = UUID.randomUUID();
        CardResult.Approved paid = (CardResult.Approved) got(desk.pay(sale, TestRegister.euro(890)));
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(1250)));
        got(desk.refund(
                sale, CardRefund.undoing(TestRegister.euro(890), paid.card()).of(sale)));

        CardSettlementMessage first = closed();
        assertThat(first.terminalMinor()).isEqualTo(1250).isEqualTo(first.receiptsMinor());
        assertThat(first.receipts())
                .extracting(CardSettlementMessage.Receipt::kind)
                .containsExactly("PAYMENT", "PAYMENT", "REVERSAL");
        assertThat(first.receipts().get(2).reversedTrace()).isEqualTo("000001");
        assertThat(first.fromTrace()).isEqualTo("0001");
        assertThat(first.toTrace()).isEqualTo("0003");
        assertThat(first.schemes()).containsExactly(new CardSettlementMessage.SchemeTotal("girocard", 3L, 1250L));
        assertThat(first.terminalId()).isEqualTo("52500041");
        assertThat(terminal.books()).allMatch(TerminalMovement::isClosed);

        CardSettlementMessage second = closed();
        assertThat(second.receipts()).isEmpty();
        assertThat(second.terminalMinor()).isZero();
        assertThat(register.journal.since(0, RecordKind.CARD_SETTLED)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ASKED, CUT",
        "ASKED, CUT_AND_GO_ON",
        "CONFIRMED, CUT",
        "BOOKED, CUT_AND_GO_ON",
        "HALF_STATUS, CUT_AND_GO_ON",
        "STATUS_SENT, CUT_AND_GO_ON",
        "STATUS_CONFIRMED, CUT_AND_GO_ON",
        "BEFORE_COMPLETION, CUT_AND_GO_ON"
    })
    void anAnswerThatWasLostIsAskedForAgainAndNothingIsToldTwice(Step step, Failure failure) throws Exception {
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(890)));
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(1250)));
        terminal.failAt(step, failure);
        CardSettlementMessage first = closed();
        boolean wasClosed = failure == Failure.CUT_AND_GO_ON;
        assertThat(first.receiptsMinor()).isEqualTo(2140);
        assertThat(first.terminalMinor()).isEqualTo(wasClosed ? null : Long.valueOf(2140));
        assertThat(terminal.books()).allMatch(TerminalMovement::isClosed);

        got(desk.pay(UUID.randomUUID(), TestRegister.euro(100)));
        CardSettlementMessage second = closed();
        assertThat(second.terminalMinor()).isEqualTo(100).isEqualTo(second.receiptsMinor());
        assertThat(register.journal.since(0, RecordKind.CARD_SETTLED)).hasSize(2);
    }

    @Test
    void aDayThatClosedUnheardIsToldAsADayOfItsOwnWhenTheTerminalIsBack() throws Exception {
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(890)));
        terminal.failAt(Step.BOOKED, Failure.CUT_AND_GO_ON);
        terminal.onReaching(Step.BOOKED, terminal::pull);
        CardDayEnd.By by = new CardDayEnd.By("shop", "op-1", TestRegister.RULE);
        assertThat(got(desk.closeDay(EURO, by))).isInstanceOf(CardDayEnd.Outcome.Unknown.class);
        assertThat(register.journal.since(0, RecordKind.CARD_SETTLED)).isEmpty();

        terminal.plugIn();
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(100)));
        CardSettlementMessage second = closed();
        assertThat(second.receiptsMinor()).isEqualTo(100).isEqualTo(second.terminalMinor());
        List<CardSettlementMessage> told = new ArrayList<>();
        for (StoredRecord record : register.journal.since(0, RecordKind.CARD_SETTLED)) {
            told.add(WireJson.read(record.body(), JournalRecord.class).message(CardSettlementMessage.class));
        }
        assertThat(told).extracting(CardSettlementMessage::receiptsMinor).containsExactly(890L, 100L);
        assertThat(told.get(0).terminalMinor()).isNull();
        assertThat(desk.book().unsettled()).isEmpty();
    }

    @Test
    void whatTheRegisterDoesNotKnowOfIsADifference() throws Exception {
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(890)));
        // Somebody took money at the terminal itself.
        devices.cardTerminal()
                .orElseThrow()
                .ask(device -> device.authorize(TestRegister.euro(100)))
                .get(30, TimeUnit.SECONDS);
        CardSettlementMessage settlement = closed();
        assertThat(settlement.terminalMinor()).isEqualTo(990);
        assertThat(settlement.receiptsMinor()).isEqualTo(890);
        assertThat(new CardDayEnd.Outcome.Closed(settlement, TestRegister.euro(890)).isEqual())
                .isFalse();
    }
}
