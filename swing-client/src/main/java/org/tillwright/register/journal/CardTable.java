package org.tillwright.register.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What card terminals were asked for, and what they moved. Each change is one synced commit, so that what is here was on disk before
 * the terminal heard of it. Holds bytes; what they mean is the business of who keeps them.
 *
 * <p>Any thread may call it.
 */
public final class CardTable {

    private final Object lock;
    private final JournalSql sql;

    /** @param lock held for each call: the connection is the journal's own */
    CardTable(Object lock, JournalSql sql) {
        this.lock = lock;
        this.sql = sql;
    }

    /** Keeps a request as it stands now. */
    public void put(UUID requestId, byte[] body, boolean isOpen) throws JournalException {
        sql.fromLane(lock, () -> write(requestId, body, isOpen));
    }

    /** Keeps a request as it stands now, and what the terminal moved for it; the same movement counts once. */
    public void putMoved(UUID requestId, byte[] body, boolean isOpen, String moveId, byte[] move)
            throws JournalException {
        sql.fromLane(lock, () -> {
            write(requestId, body, isOpen);
            sql.execute(
                    "insert or ignore into card_move (move_id, number, body)"
                            + " select ?, coalesce(max(number), 0) + 1, ? from card_move",
                    moveId,
                    move);
        });
    }

    private void write(UUID requestId, byte[] body, boolean isOpen) throws SQLException {
        sql.execute(
                "insert or replace into card_request (request_id, body, is_open) values (?, ?, ?)",
                requestId.toString(),
                body,
                isOpen ? 1 : 0);
    }

    /** Nothing is left to know of a request. */
    public void remove(UUID requestId) throws JournalException {
        sql.fromLane(lock, () -> sql.execute("delete from card_request where request_id = ?", requestId.toString()));
    }

    /** Every request that is kept, oldest first. */
    public List<byte[]> requests() throws JournalException {
        return bodies("select body from card_request order by rowid");
    }

    /** How many requests are still open. */
    public long openCount() throws JournalException {
        synchronized (lock) {
            return sql.count("select count(*) from card_request where is_open = 1");
        }
    }

    /** What was moved since the last end of day, oldest first. */
    public List<byte[]> unsettled() throws JournalException {
        return bodies("select body from card_move where settlement_id is null order by number");
    }

    /** An end of day has all that was moved up to now. Requests that nothing is left to know of go with it. */
    public void settled(UUID settlementId, int count) throws JournalException {
        sql.fromLane(lock, () -> {
            sql.execute(
                    "update card_move set settlement_id = ? where move_id in (select move_id from card_move"
                            + " where settlement_id is null order by number limit ?)",
                    settlementId.toString(),
                    count);
            sql.execute("delete from card_request where is_open = 0");
        });
    }

    private List<byte[]> bodies(String query) throws JournalException {
        synchronized (lock) {
            try (PreparedStatement statement = sql.prepare(query);
                    ResultSet rows = statement.executeQuery()) {
                List<byte[]> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getBytes(1));
                }
                return List.copyOf(found);
            } catch (SQLException e) {
                throw JournalErrors.of(e);
            }
        }
    }
}
