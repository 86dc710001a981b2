package org.tillwright.register.journal;

import java.lang.System.Logger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/** Opens a SQLite file the way a register needs it, and makes its tables. */
public final class JournalSchema {

    /** Raised with every change of the tables; a newer file than the program is refused. */
    private static final int VERSION = 3;

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private static final List<String> TABLES = List.of(
            "create table meta (key text primary key, value text not null) without rowid",
            // The bytes are kept for ever: a server that lost its disk can be told again.
            """
            create table record (
                sequence       integer primary key,
                kind           text not null,
                transaction_id text null unique,
                body           blob not null,
                made_at        text not null)""",
            "create index record_by_kind on record (kind, sequence)",
            "create table outbox (sequence integer primary key references record (sequence))",
            """
            create table quarantine (
                sequence       integer primary key references record (sequence),
                problem        blob not null,
                quarantined_at text not null)""",
            """
            create table draft (
                slot           integer primary key check (slot = 1),
                transaction_id text not null,
                body           blob not null)""");

    /** What later versions added, by the version that did; a number may be left out. */
    private static final SortedMap<Integer, List<String>> ADDED = new TreeMap<>(Map.of(
            3,
            List.of(
                    // Sales that were parked here, and those that were taken here from elsewhere; owed is told to the
                    // server.
                    """
                    create table parked_sale (
                        parked_sale_id text primary key,
                        body           blob null,
                        state          text not null check (state in ('WAITING', 'TOLD', 'RESUMED')),
                        claim_id       text null,
                        owed           integer not null default 0,
                        parked_at      text not null,
                        expires_at     text not null)""",
                    "create index parked_sale_by_state on parked_sale (state, parked_at)")));

    private static final Logger LOG = System.getLogger(JournalSchema.class.getName());

    private JournalSchema() {}

    static Connection open(Path file) throws SQLException {
        Connection connection = connect(file);
        try {
            make(connection, VERSION, TABLES, ADDED);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Opens a file so that a commit is on disk when it returns. */
    public static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** Makes the tables of an empty file; leaves those of a file of this version alone. */
    public static void make(Connection connection, int version, List<String> tables) throws SQLException {
        make(connection, version, tables, new TreeMap<>());
    }

    /** Makes the tables of an empty file, and adds to those of an older one what it lacks: all of it, or nothing. */
    private static void make(
            Connection connection, int version, List<String> tables, SortedMap<Integer, List<String>> added)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int found;
            try (ResultSet rows = statement.executeQuery("pragma user_version")) {
                found = rows.next() ? rows.getInt(1) : 0;
            }
            if (found > version) {
                throw new SQLException("it was written by a newer register program (version " + found + ")");
            }
            if (found < version) {
                connection.setAutoCommit(false);
                if (found == 0) {
                    run(statement, tables);
                }
                for (List<String> step : added.tailMap(found + 1).values()) {
                    run(statement, step);
                }
                statement.execute("pragma user_version = " + version);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void run(Statement statement, List<String> tables) throws SQLException {
        for (String table : tables) {
            statement.execute(table);
        }
    }

    /** Undoes what a failure left. SQLite undoes some failures by itself and then says that there is nothing to undo. */
    public static void rollBack(Connection connection, SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Leaves the transaction that was committed or undone before; that there is none any more is no failure. */
    public static void endTransaction(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(Logger.Level.DEBUG, "the transaction had ended by itself", e);
        }
    }
}
