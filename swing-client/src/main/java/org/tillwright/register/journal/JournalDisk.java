package org.tillwright.register.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException.Reason;

/**
 * Waits for the disk while nobody else has to. What a device's lane commits stands in SQLite's log file at once, where a killed
 * program leaves it; here the lane waits until the disk has it too, without holding the journal. Any thread may use it.
 */
class JournalDisk implements AutoCloseable {

    /** Commits after which the log is brought over into the database: about the 4 MB at which SQLite would. */
    private static final int COMMITS_A_LOG = 300;

    /** Pages after which whoever commits brings it over, if no lane has; 32 MB. */
    private static final int PAGES_AT_MOST = 8_000;

    private static final Logger LOG = System.getLogger(JournalDisk.class.getName());

    private final Path database;
    private final AtomicInteger commits = new AtomicInteger();
    private final ReentrantLock tidying = new ReentrantLock();
    private @Nullable FileChannel log;
    private @Nullable Connection own;
    private boolean closed;

    JournalDisk(Path database) {
        this.database = database;
    }

    /** Leaves it to the lanes to bring the log over, so that no sale waits for that. */
    static void leaveTidyingToLanes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_autocheckpoint = " + PAGES_AT_MOST);
        }
    }

    /** Something was committed. */
    void committed() {
        commits.incrementAndGet();
    }

    /**
     * Returns when everything that was committed before is on disk. Must not be called with the journal locked.
     *
     * @throws JournalException if the disk does not say so; what was committed may or may not outlive a power cut
     */
    void sync() throws JournalException {
        try {
            FileChannel open = log();
            if (open != null) {
                open.force(false);
            }
        } catch (IOException e) {
            throw new JournalException(Reason.DAMAGED, "the journal's log cannot be synced: " + e.getMessage(), e);
        }
        tidy();
    }

    private synchronized @Nullable FileChannel log() throws IOException {
        if (log == null && !closed) {
            log = FileChannel.open(database.resolveSibling(database.getFileName() + "-wal"), StandardOpenOption.WRITE);
        }
        return log;
    }

    /** Brings the log over when it is long enough: passively, which no writer waits for. Failing that, SQLite does it later. */
    private void tidy() {
        if (commits.get() < COMMITS_A_LOG || !tidying.tryLock()) {
            return;
        }
        try {
            commits.set(0);
            Connection connection = own();
            if (connection != null) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("pragma wal_checkpoint(passive)");
                }
            }
        } catch (SQLException e) {
            LOG.log(Logger.Level.DEBUG, "the journal's log was not brought over this time", e);
        } finally {
            tidying.unlock();
        }
    }

    private synchronized @Nullable Connection own() throws SQLException {
        if (own == null && !closed) {
            own = JournalSchema.connect(database);
        }
        return own;
    }

    @Override
    public void close() throws SQLException {
        tidying.lock(); // whoever brings it over is let finish
        try {
            closeBoth();
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "the journal's log did not close cleanly", e);
        } finally {
            tidying.unlock();
        }
    }

    private synchronized void closeBoth() throws IOException, SQLException {
        closed = true;
        FileChannel channel = log;
        Connection connection = own;
        log = null;
        own = null;
        try (channel) {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
