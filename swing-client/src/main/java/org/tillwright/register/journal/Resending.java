package org.tillwright.register.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.wire.JournalState;

/** Puts records back into the outbox that a server has lost, and counts them. Whoever calls has locked the journal. */
final class Resending {

    /** Records of some numbers that no person has to look at first. */
    private static final String LACKED = "select sequence from record where sequence between ? and ?"
            + " and sequence not in (select sequence from quarantine)";

    private final JournalSql sql;

    Resending(JournalSql sql) {
        this.sql = sql;
    }

    /**
     * Has all wait again that a server lacks, in one synced commit with {@code more}.
     *
     * @param isAnotherLife whether the quarantined ones do too
     * @return how many records wait again that did not before
     */
    long putBack(JournalState state, boolean isAnotherLife, JournalSchema.Work more) throws JournalException {
        List<Integer> putBack = new ArrayList<>();
        sql.inTransaction(() -> {
            if (isAnotherLife) {
                putBack.add(putBack("select sequence from quarantine"));
                sql.execute("delete from quarantine");
            }
            putBack.add(putBack(LACKED, state.checkedTo() + 1, Long.MAX_VALUE));
            for (JournalState.Gap gap : state.gaps()) {
                putBack.add(putBack(LACKED, gap.from(), gap.to()));
            }
            more.run();
        });
        return putBack.stream().mapToLong(Integer::longValue).sum();
    }

    /** Puts records back into the outbox, and remembers up to which number they are sent a second time. */
    private int putBack(String which, Object... arguments) throws SQLException {
        int rows = sql.execute("insert or ignore into outbox (sequence) " + which, arguments);
        if (rows > 0) {
            sql.execute(
                    "insert into meta (key, value) select 'resent-to', max(sequence) from (" + which + ")"
                            + " where true on conflict (key) do update"
                            + " set value = max(cast(value as integer), cast(excluded.value as integer))",
                    arguments);
        }
        return rows;
    }

    /** How many records wait because the server was restored and lacks them. */
    long count() throws JournalException {
        return sql.count("select count(*) from outbox where sequence <="
                + " (select cast(value as integer) from meta where key = 'resent-to')");
    }
}
