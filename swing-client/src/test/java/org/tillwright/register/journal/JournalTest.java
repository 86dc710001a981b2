package org.tillwright.register.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

class JournalTest {

    @TempDir
    Path directory;

    private Journal open() throws JournalException {
        Journal journal = Journal.open(directory.resolve("journal.db"), new TestClock(), TestKeys.SEALER);
        journal.enrolled(TestRegister.IDENTITY, 1);
        return journal;
    }

    @Test
    void sequencesHaveNoGapsOverARestart() throws Exception {
        try (Journal journal = open()) {
            assertThat(journal.append(RecordKind.EVENT, RULE, event("A")).sequence())
                    .isEqualTo(1);
            assertThat(journal.append(RecordKind.EVENT, RULE, event("B")).sequence())
                    .isEqualTo(2);
        }
        try (Journal journal = open()) {
            assertThat(journal.append(RecordKind.EVENT, RULE, event("C")).sequence())
                    .isEqualTo(3);
            assertThat(journal.waitingCount()).isEqualTo(3);
        }
    }

    @Test
    void theBytesOnDiskAreTheRecordThatWasAppended() throws Exception {
        try (Journal journal = open()) {
            JournalRecord record = journal.append(RecordKind.EVENT, RULE, event("A"));
            StoredRecord stored = journal.waiting().oldest(1).get(0);
            assertThat(stored.body()).isEqualTo(WireJson.write(record));
            assertThat(record.workstationId()).isEqualTo("till-01");
            assertThat(stored.madeAt()).isEqualTo(TestClock.NOON);
        }
    }

    @Test
    void aNewHomeGoesOnWhereTheServerSaysItEnded() throws Exception {
        try (Journal journal = Journal.open(directory.resolve("journal.db"), new TestClock(), TestKeys.SEALER)) {
            journal.enrolled(TestRegister.IDENTITY, 42);
            assertThat(journal.append(RecordKind.EVENT, RULE, event("A")).sequence())
                    .isEqualTo(42);
        }
    }

    @Test
    void aJournalWithRecordsNeverBecomesAnotherWorkstations() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            assertThatThrownBy(() -> journal.enrolled(new RegisterIdentity("till-02", "", "shop", ""), 1))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(journal.identity()).contains(TestRegister.IDENTITY);
        }
    }

    @Test
    void aRegisterThatIsNotEnrolledHasNothingToRecord() throws Exception {
        try (Journal journal = Journal.open(directory.resolve("journal.db"), new TestClock(), TestKeys.SEALER)) {
            assertThatThrownBy(() -> journal.append(RecordKind.EVENT, RULE, event("A")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aSecondProgramIsKeptOut() throws Exception {
        try (Journal journal = open()) {
            JournalException refused = catchThrowableOfType(JournalException.class, this::open);
            assertThat(refused.reason()).isEqualTo(JournalException.Reason.IN_USE);
            assertThat(journal.recordCount()).isZero();
        }
        open().close();
    }

    @Test
    void aFileThatIsNoJournalIsSaidToBeDamaged() throws Exception {
        Files.writeString(
                directory.resolve("journal.db"), "this is not a database, however long it may be ".repeat(50));
        JournalException refused = catchThrowableOfType(JournalException.class, this::open);
        assertThat(refused.reason()).isEqualTo(JournalException.Reason.DAMAGED);
    }

    @Test
    void whatTheServerAnsweredForWaitsNoMore() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            journal.append(RecordKind.EVENT, RULE, event("B"));
            journal.waiting().settle(List.of(1L), Map.of());
            assertThat(journal.waiting().oldest(1).get(0).sequence()).isEqualTo(2);
            assertThat(journal.recordCount()).as("records are kept for ever").isEqualTo(2);
        }
    }

    @Test
    void aQuarantinedRecordKeepsItsReasonAndCanBeReleased() throws Exception {
        Problem problem = Problem.of(422, "UNSOUND_SALE", "The sums differ.", List.of());
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            journal.waiting().settle(List.of(), Map.of(1L, problem));
            assertThat(journal.waitingCount()).isZero();
            assertThat(journal.quarantinedCount()).isEqualTo(1);
            assertThat(journal.quarantined()).containsExactly(new Quarantined(1, "EVENT", problem, TestClock.NOON));
            journal.release(1);
            assertThat(journal.quarantined()).isEmpty();
            assertThat(journal.waiting().oldest(1)).isNotEmpty();
        }
    }

    @Test
    void theDraftOfAFinishedSaleIsNeverOfferedAgain() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            UUID id = register.sellMilkForCash().transactionId();
            register.journal.drafts().save(id, new byte[] {1}); // a slow lane writes after the sale is a fact
            assertThat(register.journal.drafts().find()).isEmpty();
            assertThat(register.journal.hasTransaction(id)).isTrue();
        }
    }

    @Test
    void aDraftSurvivesARestart() throws Exception {
        UUID id = UUID.randomUUID();
        try (Journal journal = open()) {
            journal.drafts().save(id, new byte[] {1, 2});
            journal.drafts().save(id, new byte[] {3, 4});
        }
        try (Journal journal = open()) {
            assertThat(journal.drafts().find().orElseThrow()).containsExactly(3, 4);
            journal.drafts().drop();
            assertThat(journal.drafts().find()).isEmpty();
        }
    }

    @Test
    void aJournalOfAnEarlierProgramGetsWhatItLacksAndKeepsWhatItHas() throws Exception {
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
        }
        Path file = directory.resolve("journal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table seal");
            statement.execute("drop table journal_key");
            statement.execute("drop table chain_start");
            statement.execute("drop table superseded");
            statement.execute("drop table fiscal_answer");
            statement.execute("drop table kitchen_ticket");
            statement.execute("drop table kitchen_order");
            statement.execute("drop table parked_sale");
            statement.execute("drop table till_sum");
            statement.execute("drop table card_request");
            statement.execute("drop table card_move");
            statement.execute("delete from meta where key in ('tallied-to', 'current-till')");
            statement.execute("pragma user_version = 1");
        }
        try (Journal journal = open()) {
            assertThat(journal.parked().free()).isEmpty();
            assertThat(journal.kitchen().waiting()).isEmpty();
            assertThat(journal.fiscal().newest()).isZero();
            assertThat(journal.cards().requests()).isEmpty();
            assertThat(journal.cards().unsettled()).isEmpty();
            assertThat(journal.recordCount()).isEqualTo(1);
        }
    }

    @Test
    void notesAreKept() throws Exception {
        try (Journal journal = open()) {
            assertThat(journal.note("x")).isEmpty();
            journal.note("x", "1");
            journal.note("x", "2");
            assertThat(journal.note("x")).contains("2");
        }
    }

    @Test
    void aFullDiskIsSaidAndNothingBecomesAFact() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=512k", "none", mount.toString()), "needs root");
        try (Journal journal = Journal.open(mount.resolve("journal.db"), new TestClock(), TestKeys.SEALER)) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            assertThat(journal.isSpaceLow()).isTrue();
            long last = appendUntilFull(journal);
            Files.delete(mount.resolve("ballast"));
            assertThat(journal.recordCount()).isEqualTo(last);
            assertThat(journal.append(RecordKind.EVENT, RULE, event("C")).sequence())
                    .as("room again: the numbers go on without a gap")
                    .isEqualTo(last + 1);
        } finally {
            assertThat(run("umount", mount.toString())).isTrue();
        }
    }

    private static long appendUntilFull(Journal journal) throws Exception {
        Path ballast = journalDirectory(journal).resolve("ballast");
        Files.write(ballast, new byte[200 * 1024]);
        for (long last = 0; last < 10_000; last++) {
            try {
                journal.append(RecordKind.EVENT, RULE, event("A"));
            } catch (JournalException e) {
                assertThat(e.reason()).as(e.toString()).isEqualTo(JournalException.Reason.FULL);
                return last;
            }
        }
        throw new AssertionError("the disk did not fill");
    }

    private static Path journalDirectory(Journal journal) {
        return journal.file().getParent();
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void aReasonThatCannotBeKeptLeavesTheRecordWaiting() throws Exception {
        Problem unkept = new Problem("about:blank", "No", 422L, "NO", "x".repeat(3_000), null, null);
        try (Journal journal = open()) {
            journal.append(RecordKind.EVENT, RULE, event("A"));
            assertThatThrownBy(() -> journal.waiting().settle(List.of(), Map.of(1L, unkept)))
                    .isInstanceOf(MalformedMessageException.class);
            assertThat(journal.waitingCount()).isEqualTo(1);
            journal.append(RecordKind.EVENT, RULE, event("B"));
            assertThat(journal.waitingCount()).isEqualTo(2);
        }
    }
}
