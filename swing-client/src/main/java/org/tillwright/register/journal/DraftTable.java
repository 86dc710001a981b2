package org.tillwright.register.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The draft of the sale in progress, kept so that a crash does not lose it. Holds bytes; what they mean is the business of who
 * keeps them.
 *
 * <p>Any thread may call it.
 */
public final class DraftTable {

    private final Object lock;
    private final JournalSql sql;

    /** @param lock held for each call: the connection is the journal's own */
    DraftTable(Object lock, JournalSql sql) {
        this.lock = lock;
        this.sql = sql;
    }

    /** Keeps the draft in place of the one before; one of a finished or parked sale is ignored. */
    public void save(UUID transactionId, byte[] draft) throws JournalException {
        sql.fromLane(
                lock,
                () -> sql.execute(
                        "insert or replace into draft (slot, transaction_id, body)"
                                + " select 1, ?, ? where not exists (select 1 from record where transaction_id = ?)"
                                + " and not exists (select 1 from parked_sale where parked_sale_id = ?)",
                        transactionId.toString(),
                        draft,
                        transactionId.toString(),
                        transactionId.toString()));
    }

    public void drop() throws JournalException {
        sql.fromLane(lock, () -> sql.execute("delete from draft"));
    }

    /** The draft of a sale that has not become a fact. */
    public Optional<byte[]> find() throws JournalException {
        String query = "select body from draft d where not exists"
                + " (select 1 from record r where r.transaction_id = d.transaction_id)";
        synchronized (lock) {
            try (PreparedStatement statement = sql.prepare(query);
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            } catch (SQLException e) {
                throw JournalErrors.of(e);
            }
        }
    }
}
