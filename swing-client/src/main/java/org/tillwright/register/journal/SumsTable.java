package org.tillwright.register.journal;

import java.lang.System.Logger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tillwright.register.tally.Addition;
import org.tillwright.register.tally.Tally;
import org.tillwright.register.tally.TillSums;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.till.TillFigure;

/**
 * Keeps the sums of open tills beside the records, in the same commit: a restart need not read a day's sales again, and the
 * two cannot differ. A journal of an older program is read through once.
 */
final class SumsTable {

    private static final Logger LOG = System.getLogger(SumsTable.class.getName());

    private static final String TALLIED_TO = "tallied-to";
    private static final String CURRENT_TILL = "current-till";

    /** Records that are read at a time while a journal is read through. */
    private static final int PAGE = 500;

    private final JournalSql sql;
    private final TillSums sums = new TillSums();
    private long unreadable;

    private SumsTable(JournalSql sql) {
        this.sql = sql;
    }

    static SumsTable open(JournalSql sql) throws SQLException, JournalException {
        SumsTable table = new SumsTable(sql);
        table.load();
        table.catchUp();
        return table;
    }

    TillSums sums() {
        return sums;
    }

    /** Records that could not be read when the journal was read through. */
    long unreadable() {
        return unreadable;
    }

    /** What a record will add. */
    List<Addition> plan(RecordKind kind, long sequence, Record message) {
        return Tally.of(kind, sequence, message, sums);
    }

    /** Writes what a record adds, in the caller's transaction. */
    void write(long sequence, List<Addition> additions) throws SQLException {
        String till = sums.current();
        for (Addition addition : additions) {
            TillSums.Sum before = sums.of(addition.till(), addition.figure(), addition.subject());
            sql.execute(
                    "insert or replace into till_sum (till_session_id, figure, subject, count, amount_minor)"
                            + " values (?, ?, ?, ?, ?)",
                    addition.till(),
                    addition.figure().name(),
                    addition.subject(),
                    Math.addExact(before.count(), addition.count()),
                    Math.addExact(before.amountMinor(), addition.amountMinor()));
            if (!addition.till().equals(TillSums.WORKSTATION)) {
                till = addition.till();
            }
            if (addition.figure() == TillFigure.SETTLED) {
                sql.execute("delete from till_sum where till_session_id = ?", addition.till());
            }
        }
        sql.setMeta(TALLIED_TO, Long.toString(sequence));
        sql.setMeta(CURRENT_TILL, till);
    }

    /** The transaction of {@link #write} is on disk. */
    void written(List<Addition> additions) {
        sums.add(additions);
    }

    /** Counts the Z reports that another journal of this workstation made. */
    void goOnFromZ(long newest) throws JournalException {
        long own = sums.of(TillSums.WORKSTATION, TillFigure.Z_REPORTS, "").count();
        if (newest > own) {
            List<Addition> others =
                    List.of(new Addition(TillSums.WORKSTATION, TillFigure.Z_REPORTS, "", newest - own, 0));
            sql.inTransaction(() -> write(Long.parseLong(sql.meta(TALLIED_TO).orElse("0")), others));
            written(others);
        }
    }

    private void load() throws SQLException {
        try (PreparedStatement statement =
                        sql.prepare("select till_session_id, figure, subject, count, amount_minor from till_sum");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sums.add(List.of(new Addition(
                        rows.getString(1),
                        TillFigure.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getLong(5))));
            }
        }
        sums.resume(sql.meta(CURRENT_TILL).orElse(TillSums.WORKSTATION));
    }

    private void catchUp() throws SQLException, JournalException {
        List<StoredRecord> page = page(Long.parseLong(sql.meta(TALLIED_TO).orElse("0")));
        while (!page.isEmpty()) {
            List<StoredRecord> records = page;
            sql.inTransaction(() -> {
                for (StoredRecord record : records) {
                    List<Addition> additions = additionsOf(record);
                    write(record.sequence(), additions);
                    written(additions);
                }
            });
            page = page(records.get(records.size() - 1).sequence());
        }
    }

    private List<Addition> additionsOf(StoredRecord record) {
        try {
            RecordKind kind = RecordKind.valueOf(record.kind());
            return plan(
                    kind,
                    record.sequence(),
                    WireJson.read(record.body(), JournalRecord.class).message(kind.payload()));
        } catch (MalformedMessageException | IllegalArgumentException e) {
            LOG.log(Logger.Level.ERROR, "record " + record.sequence() + " of the journal cannot be read", e);
            unreadable++;
            return List.of();
        }
    }

    private List<StoredRecord> page(long after) throws SQLException {
        return JournalRows.read(sql, "where sequence > ? order by sequence limit ?", after, PAGE);
    }
}
