package org.tillwright.register.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.RULE;
import static org.tillwright.register.testing.TestRegister.event;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.RecordKind;

/** Who waits for the disk, and who does not have to. */
@Timeout(60)
class JournalDiskTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("journal.db");
    }

    @Test
    void aSaleDoesNotWaitForTheDiskThatALaneWaitsFor() throws Exception {
        var lock = new Object();
        var atTheDisk = new CountDownLatch(1);
        var diskIsDone = new CountDownLatch(1);
        Connection connection = JournalSchema.open(file());
        var slow = new SlowDisk(file(), atTheDisk, diskIsDone);
        try (JournalSql sql = new JournalSql(connection, slow)) {
            CompletableFuture<Boolean> lane = CompletableFuture.supplyAsync(() -> keep(sql, lock));
            assertThat(atTheDisk.await(20, TimeUnit.SECONDS)).isTrue();
            synchronized (lock) { // as a sale does, which would wait here for the lane
                assertThat(sql.meta("lane")).as("committed, and seen by all").contains("1");
                sql.inTransaction(() -> sql.setMeta("sale", "2"));
            }
            assertThat(lane).as("the lane itself waits until it is on disk").isNotDone();
            diskIsDone.countDown();
            assertThat(lane.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean keep(JournalSql sql, Object lock) {
        try {
            sql.fromLane(lock, () -> sql.setMeta("lane", "1"));
            return true;
        } catch (JournalException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSaleIsSyncedAlsoAfterANoteThatIsNot() throws Exception {
        Connection connection = JournalSchema.open(file());
        try (JournalSql sql = new JournalSql(connection, new JournalDisk(file()))) {
            assertThat(synchronous(connection)).isEqualTo("2");
            sql.unsynced(() -> sql.setMeta("note", "1"));
            assertThat(synchronous(connection)).as("normal: no sync").isEqualTo("1");
            sql.inTransaction(() -> {
                sql.setMeta("sale", "1");
                assertThat(synchronous(connection)).as("full: synced at commit").isEqualTo("2");
            });
        }
    }

    private static String synchronous(Connection connection) throws java.sql.SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma synchronous")) {
            return rows.getString(1);
        }
    }

    @Test
    void theLanesBringTheLogOverBeforeASaleWouldHaveTo() throws Exception {
        try (Journal journal = Journal.open(file(), new TestClock(), TestKeys.SEALER)) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            byte[] draft = new byte[16_000];
            for (int i = 0; i < 2_500; i++) {
                journal.drafts().save(new UUID(0, i + 1), draft);
            }
            // Without the lanes' doing it would be longer than 40 MB by now, or a sale had brought it over.
            assertThat(Files.size(directory.resolve("journal.db-wal"))).isLessThan(16_000_000);
            assertThat(journal.append(RecordKind.EVENT, RULE, event("A")).sequence())
                    .isEqualTo(1);
            assertThat(journal.drafts().find()).isPresent();
        }
    }

    @Test
    void whatALaneAppendsIsThereAfterwards() throws Exception {
        try (Journal journal = Journal.open(file(), new TestClock(), TestKeys.SEALER)) {
            journal.enrolled(TestRegister.IDENTITY, 1);
            journal.appendSoon(RecordKind.EVENT, RULE, event("A"));
            journal.sync();
            journal.jot("printed", "1");
        }
        try (Journal journal = Journal.open(file(), new TestClock(), TestKeys.SEALER)) {
            assertThat(journal.append(RecordKind.EVENT, RULE, event("B")).sequence())
                    .isEqualTo(2);
            assertThat(journal.note("printed")).contains("1");
        }
    }

    /** A disk that a person has all the time to look at. */
    private static final class SlowDisk extends JournalDisk {

        private final CountDownLatch reached;
        private final CountDownLatch done;

        SlowDisk(Path database, CountDownLatch reached, CountDownLatch done) {
            super(database);
            this.reached = reached;
            this.done = done;
        }

        @Override
        void sync() throws JournalException {
            reached.countDown();
            try {
                assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            super.sync();
        }
    }
}
