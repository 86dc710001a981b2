package org.tillwright.register.journal;

import java.lang.System.Logger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** Opens a SQLite file the way a register needs it, and makes its tables. */
public final class JournalSchema {

    /** Raised with every change of the tables; a newer file than the program is refused. */
    static final int VERSION = 8;

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /** What the records of each open till come to, in the same commit as the records. */
    private static final String TILL_SUM =
            """
            create table till_sum (
                till_session_id text    not null,
                figure          text    not null,
                subject         text    not null,
                count           integer not null,
                amount_minor    integer not null,
                primary key (till_session_id, figure, subject)) without rowid""";

    /** Sales that were parked here, and those that were taken here from elsewhere; what is owed is told to the server. */
    private static final String PARKED_SALE =
            """
            create table parked_sale (
                parked_sale_id text primary key,
                body           blob null,
                state          text not null check (state in ('WAITING', 'TOLD', 'KEPT', 'RESUMED')),
                claim_id       text null,
                owed           integer not null default 0,
                parked_at      text not null,
                expires_at     text not null)""";

    private static final String PARKED_SALE_BY_STATE =
            "create index parked_sale_by_state on parked_sale (state, parked_at)";

    /** What a card terminal was asked for and nobody has booked or undone yet: written before it is asked. */
    private static final String CARD_REQUEST =
            """
            create table card_request (
                request_id text primary key,
                body       blob not null,
                is_open    integer not null)""";

    /** What card terminals moved, for the comparison at their end of day. */
    private static final String CARD_MOVE =
            """
            create table card_move (
                move_id       text primary key,
                number        integer not null,
                body          blob not null,
                settlement_id text null)""";

    private static final String CARD_MOVE_UNSETTLED =
            "create index card_move_unsettled on card_move (number) where settlement_id is null";

    /** What the kitchen was told of a sale in progress, in the same commit as the tickets that tell it. */
    private static final String KITCHEN_ORDER =
            """
            create table kitchen_order (
                transaction_id text primary key,
                body           blob not null,
                kept_at        text not null) without rowid""";

    /** Tickets in the order in which they were made; TRIED ones may be on paper. */
    private static final String KITCHEN_TICKET =
            """
            create table kitchen_ticket (
                place      integer primary key,
                ticket_id  text not null unique,
                station    text not null,
                body       blob not null,
                state      text not null check (state in ('WAITING', 'TRIED', 'PRINTED')),
                made_at    text not null)""";

    private static final String KITCHEN_TICKET_BY_STATE =
            "create index kitchen_ticket_by_state on kitchen_ticket (state, station, place)";

    /** Which transactions a fiscal device answered to, and the record that tells it; without a device where it did not sign. */
    private static final String FISCAL_ANSWER =
            """
            create table fiscal_answer (
                transaction_id text primary key,
                sequence       integer not null,
                device_id      text null,
                number         integer null) without rowid""";

    private static final String FISCAL_ANSWER_BY_NUMBER =
            "create index fiscal_answer_by_number on fiscal_answer (device_id, number)";
    /** What proves a record: who sealed it, and the heads of the chain before and after it. */
    private static final String SEAL =
            """
            create table seal (
                sequence  integer primary key references record (sequence),
                key_id    text not null,
                previous  text not null,
                head      text not null,
                signature text not null)""";

    /** The public keys that the seals were made with, in X.509 form. */
    private static final String JOURNAL_KEY =
            """
            create table journal_key (
                key_id        text primary key,
                public_key    blob not null,
                from_sequence integer not null) without rowid""";

    /** Heads after records that are not on this disk, which the chain goes on from. */
    private static final String CHAIN_START =
            "create table chain_start (sequence integer primary key, head text not null)";

    /** Records whose numbers another copy of this journal had used, as they were; the same facts have new numbers above. */
    private static final String SUPERSEDED =
            """
            create table superseded (
                place         integer primary key,
                sequence      integer not null,
                kind          text not null,
                body          blob not null,
                made_at       text not null,
                seal          text null,
                superseded_by integer not null,
                superseded_at text not null)""";

    /** The records that a file has from before there were seals. */
    private static final String UNSEALED_TO = "insert into meta (key, value)"
            + " select 'unsealed-to', max(sequence) from record having max(sequence) is not null";

    /** What a file of the version before lacks. */
    private static final Map<Integer, List<String>> STEPS = Map.of(
            2,
            List.of(TILL_SUM),
            3,
            List.of(PARKED_SALE, PARKED_SALE_BY_STATE),
            4,
            List.of(CARD_REQUEST, CARD_MOVE, CARD_MOVE_UNSETTLED),
            5,
            List.of(KITCHEN_ORDER, KITCHEN_TICKET, KITCHEN_TICKET_BY_STATE),
            6,
            List.of(SEAL, JOURNAL_KEY, CHAIN_START, SUPERSEDED, UNSEALED_TO),
            8,
            List.of(FISCAL_ANSWER, FISCAL_ANSWER_BY_NUMBER));

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
                body           blob not null)""",
            TILL_SUM,
            PARKED_SALE,
            PARKED_SALE_BY_STATE,
            CARD_REQUEST,
            CARD_MOVE,
            CARD_MOVE_UNSETTLED,
            KITCHEN_ORDER,
            KITCHEN_TICKET,
            KITCHEN_TICKET_BY_STATE,
            SEAL,
            JOURNAL_KEY,
            CHAIN_START,
            SUPERSEDED,
            FISCAL_ANSWER,
            FISCAL_ANSWER_BY_NUMBER);

    private static final Logger LOG = System.getLogger(JournalSchema.class.getName());

    private JournalSchema() {}

    static Connection open(Path file) throws SQLException {
        Connection connection = connect(file);
        try {
            make(connection, VERSION, TABLES, STEPS);
            JournalDisk.leaveTidyingToLanes(connection);
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
        make(connection, version, tables, Map.of());
    }

    /** The same; a file of an older version is brought up to this one, step by step and in one commit. */
    private static void make(Connection connection, int version, List<String> tables, Map<Integer, List<String>> steps)
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
                for (String change : found == 0 ? tables : changes(found, version, steps)) {
                    statement.execute(change);
                }
                statement.execute("pragma user_version = " + version);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<String> changes(int found, int version, Map<Integer, List<String>> steps) {
        List<String> changes = new ArrayList<>();
        for (int next = found + 1; next <= version; next++) {
            changes.addAll(steps.getOrDefault(next, List.of()));
        }
        return changes;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /** Does all of the work in one synced commit, or nothing of it, however it fails. */
    public static void inTransaction(Connection connection, Work work) throws JournalException {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e); // leaving the transaction would commit what was done so far
                throw e;
            } finally {
                endTransaction(connection);
            }
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /** Undoes what a failure left. SQLite undoes some failures by itself and then says that there is nothing to undo. */
    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Leaves the transaction that was committed or undone before; that there is none any more is no failure. */
    private static void endTransaction(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(Logger.Level.DEBUG, "the transaction had ended by itself", e);
        }
    }
}
