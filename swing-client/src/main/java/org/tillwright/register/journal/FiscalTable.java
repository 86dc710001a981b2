package org.tillwright.register.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.RecordKind;

/**
 * Which transactions a fiscal device answered to, and which record tells it. All of it can be read from the records themselves; it stands here so
 * that a receipt finds its signature at once, and a number that was given twice is noticed.
 *
 * <p>Any thread may call it.
 */
public final class FiscalTable {

    private final Journal journal;
    private final JournalSql sql;

    /** @param journal held for each call: the connection is its own */
    FiscalTable(Journal journal, JournalSql sql) {
        this.journal = journal;
        this.sql = sql;
    }

    /**
     * Notes an answer whose record was written before. Not synced: what a power cut takes is read from the records again.
     *
     * @param sequence of the record that tells the answer
     * @param deviceId null where the device did not sign
     */
    public void put(UUID transactionId, long sequence, @Nullable String deviceId, @Nullable Long number)
            throws JournalException {
        synchronized (journal) {
            sql.unsynced(() -> sql.execute(
                    "insert or replace into fiscal_answer (transaction_id, sequence, device_id, number)"
                            + " values (?, ?, ?, ?)",
                    transactionId.toString(),
                    sequence,
                    deviceId,
                    number));
        }
    }

    /** The record that tells the newest answer to a transaction. */
    public OptionalLong answerTo(UUID transactionId) throws JournalException {
        List<Long> found =
                numbers("select sequence from fiscal_answer where transaction_id = ?", transactionId.toString());
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
    }

    public boolean isSigned(UUID transactionId) throws JournalException {
        synchronized (journal) {
            return sql.count(
                            "select count(*) from fiscal_answer where transaction_id = ? and device_id is not null",
                            transactionId.toString())
                    > 0;
        }
    }

    /** Whether the device gave this number to another transaction. */
    public boolean isGivenToAnother(String deviceId, long number, UUID transactionId) throws JournalException {
        synchronized (journal) {
            return sql.count(
                            "select count(*) from fiscal_answer where device_id = ? and number = ?"
                                    + " and transaction_id <> ?",
                            deviceId,
                            number,
                            transactionId.toString())
                    > 0;
        }
    }

    /** Records above a sequence that are of these kinds and not signed, oldest first. */
    public List<Long> owed(long above, List<RecordKind> kinds, int most) throws JournalException {
        return numbers("select r.sequence" + owedFrom(kinds) + " order by r.sequence limit ?", above, most);
    }

    /** How many of these there are. */
    public long owedCount(long above, List<RecordKind> kinds) throws JournalException {
        synchronized (journal) {
            return sql.count("select count(*)" + owedFrom(kinds), above);
        }
    }

    /** The names are this program's own, never a person's. */
    private static String owedFrom(List<RecordKind> kinds) {
        String names = String.join("', '", kinds.stream().map(RecordKind::name).toList());
        return " from record r left join fiscal_answer f on f.transaction_id = r.transaction_id where r.sequence > ?"
                + " and r.kind in ('" + names + "') and f.device_id is null";
    }

    /** The newest record of an answer that is noted here; 0 before the first. */
    public long newest() throws JournalException {
        synchronized (journal) {
            return sql.count("select coalesce(max(sequence), 0) from fiscal_answer");
        }
    }

    private List<Long> numbers(String query, Object... arguments) throws JournalException {
        synchronized (journal) {
            try (PreparedStatement statement = sql.prepare(query, arguments);
                    ResultSet rows = statement.executeQuery()) {
                List<Long> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
                return List.copyOf(found);
            } catch (SQLException e) {
                throw JournalErrors.of(e);
            }
        }
    }
}
