package org.tillwright.register.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.MANAGER;
import static org.tillwright.register.testing.TestStore.NO_RIGHTS;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillSettledMessage;

class TillSessionTest {

    @TempDir
    Path directory;

    private TestRegister register;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    @Test
    void cashAndCardAddUpAndChangeIsTakenOff() {
        register.sale.addItem("soap");
        register.sale.payCard(euro(99), new org.tillwright.wire.SaleMessage.Card("visa", "1", "a", "t", "1"));
        register.sale.payCash(euro(500));
        register.sale.finish();
        assertThat(register.till.expected())
                .containsEntry(TenderType.CASH, euro(5200))
                .containsEntry(TenderType.CARD, euro(99));
        assertThat(register.till.transactionCount()).isEqualTo(1);
    }

    @Test
    void aRestartFindsTheTillAsItWas() throws Exception {
        register.sellMilkForCash();
        register.sellMilkForCash();
        var id = register.till.requireId();
        register.journal.close();
        register = new TestRegister(directory);
        assertThat(register.till.requireId()).isEqualTo(id);
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(5258));
        assertThat(register.till.transactionCount()).isEqualTo(2);
    }

    /** Its sums were written with it, so the till still knows what to hold. */
    @Test
    void aRecordThatCannotBeReadStopsNoRegisterAndLosesNoCent() throws Exception {
        register.sellMilkForCash();
        register.sellMilkForCash();
        spoil("(select max(sequence) from record)");
        assertThat(register.till.isOpen()).isTrue();
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(5258));
        assertThat(register.sale.reprintLast()).isEqualTo(new SaleOutcome.Said(Notice.of("journal.unreadable")));
        assertThat(register.sellMilkForCash().total()).isEqualTo(euro(129));
    }

    /** A journal of an older program is read through once; what cannot be read is said. */
    @Test
    void sumsThatAreMissingAreMadeFromTheRecords() throws Exception {
        register.sellMilkForCash();
        register.sellMilkForCash();
        run(
                "delete from till_sum",
                "delete from meta where key = 'tallied-to'",
                "update record set body = '{}' where sequence = (select max(sequence) from record)");
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(5129));
        assertThat(register.till.fault()).contains(Notice.of("till.unreadable", "1"));
    }

    @Test
    void aTillWhoseOpeningCannotBeReadIsOpenedAnew() throws Exception {
        register.sellMilkForCash();
        spoil("(select min(sequence) from record where kind = 'TILL_OPENED')");
        assertThat(register.till.fault()).isPresent();
        assertThat(register.till.isOpen()).isTrue();
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(5000));
    }

    private void spoil(String sequence) throws Exception {
        run("update record set body = '{}' where sequence = " + sequence);
    }

    private void run(String... changes) throws Exception {
        register.journal.close();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement statement = database.createStatement()) {
            for (String change : changes) {
                statement.executeUpdate(change);
            }
        }
        register = TestRegister.open(directory);
    }

    @Test
    void aSettledTillStaysSettledOverARestartAndTheNextBeginsAnew() throws Exception {
        register.sellMilkForCash();
        register.till.settle(Map.of(TenderType.CASH, euro(5100)), MANAGER);
        register.journal.close();
        register = new TestRegister(directory);
        assertThat(register.till.isOpen()).isFalse();
        assertThat(register.till.expected()).isEmpty();
        register.till.open(euro(0), MANAGER);
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(0));
        assertThat(register.till.transactionCount()).isZero();
    }

    @Test
    void aNewJournalGoesOnFromTheNewestZThatTheServerKnows() throws Exception {
        register.journal.goOnFromZ(12);
        assertThat(settledZ()).isEqualTo(13);
        register.journal.goOnFromZ(5); // an older server, or an answer of before
        register.journal.close();
        register = new TestRegister(directory);
        register.till.open(euro(0), MANAGER);
        assertThat(settledZ()).isEqualTo(14);
    }

    private long settledZ() {
        TillOutcome outcome = register.till.settle(register.till.expected(), MANAGER);
        return ((TillOutcome.Settled) outcome).settled().zNumber();
    }

    @Test
    void theCountIsToldBesideWhatWasExpected() {
        register.sellMilkForCash();
        TillOutcome outcome = register.till.settle(Map.of(TenderType.CASH, euro(5100)), MANAGER);
        assertThat(((TillOutcome.Settled) outcome).settled().counts())
                .containsExactly(
                        new TillSettledMessage.Count("CASH", 5129L, 5100L),
                        new TillSettledMessage.Count("CARD", 0L, 0L));
    }

    @Test
    void whatMakesNoSenseIsSaidAndChangesNothing() throws Exception {
        long records = register.journal.recordCount();
        assertThat(register.till.open(euro(1), MANAGER)).isInstanceOf(TillOutcome.Said.class);
        assertThat(register.till.settle(Map.of(TenderType.CASH, euro(-1)), MANAGER))
                .isInstanceOf(TillOutcome.Said.class);
        assertThat(register.till.settle(Map.of(), NO_RIGHTS))
                .isEqualTo(new TillOutcome.NeedsApproval(TillSession.MAY_SETTLE));
        assertThat(register.journal.recordCount()).isEqualTo(records);
        register.till.settle(Map.of(), MANAGER);
        assertThat(register.till.settle(Map.of(), MANAGER)).isInstanceOf(TillOutcome.Said.class);
        assertThat(register.till.open(euro(-1), MANAGER)).isInstanceOf(TillOutcome.Said.class);
        assertThat(register.till.open(euro(1), NO_RIGHTS))
                .isEqualTo(new TillOutcome.NeedsApproval(TillSession.MAY_OPEN));
    }

    @Test
    void theBusinessDayChangesWhenTheStoreSays() {
        register.clock.pass(Duration.ofHours(15)); // 03:00 in Berlin
        assertThat(register.till.businessDay()).hasToString("2026-03-02");
        register.clock.pass(Duration.ofHours(1));
        assertThat(register.till.businessDay()).hasToString("2026-03-03");
    }
}
