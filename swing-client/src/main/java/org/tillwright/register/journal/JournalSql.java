package org.tillwright.register.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plain SQL on the journal's one connection. Whoever calls sees to it that only one thread does. */
final class JournalSql implements AutoCloseable {

    private final Connection connection;
    private final JournalDisk disk;
    private boolean isSynced = true;
    private @Nullable JournalFence fence;

    JournalSql(Connection connection, JournalDisk disk) {
        this.connection = connection;
        this.disk = disk;
    }

    /** Opens a journal's file and makes it this program's. */
    static JournalSql own(Path file) throws SQLException, JournalException {
        JournalSql sql = new JournalSql(JournalSchema.open(file), new JournalDisk(file));
        try {
            sql.fence = JournalFence.raise(sql, file);
            return sql;
        } catch (SQLException | JournalException e) {
            sql.close();
            throw e;
        }
    }

    /** Does all of the work in one synced commit, or nothing of it. */
    void inTransaction(JournalSchema.Work work) throws JournalException {
        synced(true);
        JournalSchema.inTransaction(connection, fenced(work));
        disk.committed();
    }

    /**
     * Does all of the work in one commit, or nothing of it, without waiting for the disk: a killed program leaves it done, and a
     * power cut may undo it unless {@link JournalDisk#sync} or a synced commit comes first.
     */
    void unsynced(JournalSchema.Work work) throws JournalException {
        synced(false);
        JournalSchema.inTransaction(connection, fenced(work));
        disk.committed();
    }

    private JournalSchema.Work fenced(JournalSchema.Work work) {
        return () -> {
            if (fence != null) {
                fence.check(this);
            }
            work.run();
        };
    }

    /** Says how the next commit is to be; each says so for itself, or a sale might not be on disk before its receipt. */
    private void synced(boolean wanted) throws JournalException {
        if (isSynced == wanted) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous = " + (wanted ? "full" : "normal"));
            isSynced = wanted;
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /**
     * Does all of the work in one commit that is on disk when this returns, and holds up others only until it is handed to the
     * disk: for the lanes, because a sale must not wait for them.
     *
     * @param lock what the caller of the other methods holds; must not be held now
     */
    void fromLane(Object lock, JournalSchema.Work work) throws JournalException {
        synchronized (lock) {
            unsynced(work);
        }
        sync();
    }

    /** Returns when all that was committed is on disk; must not be called with the journal locked. */
    void sync() throws JournalException {
        disk.sync();
    }

    Optional<String> meta(String key) throws SQLException {
        try (PreparedStatement statement = prepare("select value from meta where key = ?", key);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    void setMeta(String key, String value) throws SQLException {
        execute("insert or replace into meta (key, value) values (?, ?)", key, value);
    }

    long count(String sql, Object... arguments) throws JournalException {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** Runs one statement and returns how many rows it changed. */
    int execute(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        try {
            disk.close();
        } finally {
            connection.close();
        }
    }

    /** A way to commit. */
    @FunctionalInterface
    interface Commit {
        void of(JournalSchema.Work work) throws JournalException;
    }
}
