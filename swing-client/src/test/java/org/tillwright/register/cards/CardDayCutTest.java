package org.tillwright.register.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.core.money.Currency;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.RecordKind;

/**
 * The register goes out between two writes of a terminal's end of day: the terminal says its total once, so that each write has to
 * leave enough for the ones after it. Each commit is on disk or not begun, so what a power cut leaves is what a disk leaves that
 * refuses the next one.
 */
@Timeout(120)
class CardDayCutTest {

    private static final Currency EURO = Currency.of("EUR");
    private static final CardDayEnd.By BY = new CardDayEnd.By("shop", "op-1", TestRegister.RULE);

    /** The write that does not happen any more, as a condition of the journal's file. Two records are to be written. */
    enum Cut {
        FIRST_RECORD("insert on record when new.kind = 'CARD_SETTLED'"),
        FIRST_RECEIPTS("update on card_move when new.settlement_id is not null"),
        SECOND_RECORD("insert on record when new.kind = 'CARD_SETTLED'"
                + " and exists (select 1 from record where kind = 'CARD_SETTLED')"),
        SECOND_RECEIPTS("update on card_move when new.settlement_id is not null"
                + " and (select count(*) from record where kind = 'CARD_SETTLED') = 2"),
        LAST_NOTES("insert on meta when new.key like '%card-day.%' and new.value = ''"
                + " and (select count(*) from record where kind = 'CARD_SETTLED') = 2"),
        VERY_LAST_NOTE("insert on meta when new.key like '%card-day.answered' and new.value = ''"
                + " and (select count(*) from record where kind = 'CARD_SETTLED') = 2");

        private final String write;

        Cut(String write) {
            this.write = write;
        }
    }

    @TempDir
    Path directory;

    private TerminalSimulator terminal;
    private Devices devices;
    private TestRegister register;
    private CardDesk desk;

    @BeforeEach
    void open() throws Exception {
        terminal = TerminalSimulator.open("tcp:0", null, Mode.APPROVE, words -> {});
        String address = "zvt+tcp:127.0.0.1:" + terminal.tcpPort() + "?password=000000";
        devices = Devices.open(DeviceUris.NONE.with(DeviceKind.CARD_TERMINAL, address), failure -> {});
        start();
    }

    private void start() throws JournalException {
        register = TestRegister.open(directory);
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

    /** A day that closed unheard, and a payment after it: the next end of day has two records to write. */
    private void leaveTwoDaysToTell() throws Exception {
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(890)));
        terminal.failAt(Step.BOOKED, Failure.CUT_AND_GO_ON);
        terminal.onReaching(Step.BOOKED, terminal::pull);
        assertThat(got(desk.closeDay(EURO, BY))).isInstanceOf(CardDayEnd.Outcome.Unknown.class);
        terminal.plugIn();
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(100)));
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void nothingIsLostAndNothingToldTwiceWhereverTheRegisterGoesOut(Cut cut) throws Exception {
        leaveTwoDaysToTell();
        onDisk("create trigger cut before " + cut.write + " begin select raise(abort, 'cut'); end");
        assertThat(got(desk.closeDay(EURO, BY))).isInstanceOf(CardDayEnd.Outcome.Unknown.class);
        register.close();
        onDisk("drop trigger cut");
        start();
        untilNothingIsUnfinished();
        assertToldOnce(told());

        // The next day is a day of its own.
        got(desk.pay(UUID.randomUUID(), TestRegister.euro(55)));
        CardDayEnd.Outcome.Closed next = (CardDayEnd.Outcome.Closed) got(desk.closeDay(EURO, BY));
        assertThat(next.total()).isEqualTo(next.known()).isEqualTo(TestRegister.euro(55));
        assertThat(told()).hasSize(3);
        assertThat(told().get(2).receiptsMinor()).isEqualTo(55);
    }

    /** A person who asks again finds the first answer written down, and an empty day. */
    @ParameterizedTest
    @EnumSource(Cut.class)
    void whoAsksAgainAtOnceLosesNothing(Cut cut) throws Exception {
        leaveTwoDaysToTell();
        onDisk("create trigger cut before " + cut.write + " begin select raise(abort, 'cut'); end");
        got(desk.closeDay(EURO, BY));
        onDisk("drop trigger cut");
        CardDayEnd.Outcome.Closed again = (CardDayEnd.Outcome.Closed) got(desk.closeDay(EURO, BY));
        assertThat(again.settlement().receipts()).isEmpty();
        assertThat(again.settlement().terminalMinor()).isZero();
        List<CardSettlementMessage> told = told();
        assertThat(told).hasSize(3);
        assertToldOnce(told.subList(0, 2));
    }

    private static void assertToldOnce(List<CardSettlementMessage> told) {
        assertThat(told).extracting(CardSettlementMessage::receiptsMinor).containsExactly(890L, 100L);
        assertThat(told.get(0).terminalMinor()).as("a total that nobody heard").isNull();
        assertThat(told.get(1).terminalMinor())
                .as("what the terminal said once")
                .isEqualTo(100);
    }

    @Test
    void aDayOfMoreReceiptsThanOneRecordTakesIsToldInSeveral() throws Exception {
        int many = CardSettlementMessage.MAX_RECEIPTS + 3;
        for (int i = 0; i < 3; i++) {
            got(desk.pay(UUID.randomUUID(), TestRegister.euro(10)));
        }
        onDisk("with recursive n(i) as (select 4 union all select i + 1 from n where i < " + many + ")"
                + " insert into card_move (move_id, number, body) select 'made ' || i, i,"
                + " (select body from card_move where number = 1) from n");
        CardDayEnd.Outcome.Closed closed = (CardDayEnd.Outcome.Closed) got(desk.closeDay(EURO, BY));
        assertThat(closed.known().minor()).isEqualTo(10L * many);
        assertThat(told()).extracting(message -> message.receipts().size()).containsExactly(many - 3, 3);
        assertThat(told()).extracting(CardSettlementMessage::terminalMinor).containsExactly(30L, null);
        assertThat(desk.book().unsettled()).isEmpty();
    }

    private void untilNothingIsUnfinished() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Objects.equals(register.journal.note("card-day.answered").orElse(""), "")
                || !desk.book().unsettled().isEmpty()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            register.clock.pass(Duration.ofSeconds(6));
            desk.tick(null);
            got(devices.cardTerminal().orElseThrow().ask(asked -> true)); // behind whatever the tick began
        }
    }

    private List<CardSettlementMessage> told() throws JournalException {
        List<CardSettlementMessage> told = new ArrayList<>();
        for (StoredRecord record : register.journal.since(0, RecordKind.CARD_SETTLED)) {
            told.add(TestRegister.message(record, CardSettlementMessage.class));
        }
        return told;
    }

    private void onDisk(String statement) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement sql = file.createStatement()) {
            sql.execute(statement);
        }
    }
}
