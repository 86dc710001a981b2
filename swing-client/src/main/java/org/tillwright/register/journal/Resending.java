package org.tillwright.register.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.wire.JournalState;

/**
 * Puts records back into the outbox that a server has lost, and counts them.
 *
 * <p>Any thread may call it.
 */
public final class Resending {

    private static final String SERVER_EPOCH = "note.server-epoch";

    /** Records of some numbers that no person has to look at first. */
    private static final String LACKED = "select sequence from record where sequence between ? and ?"
            + " and sequence not in (select sequence from quarantine)";

    private final Journal journal;
    private final JournalSql sql;

    Resending(Journal journal, JournalSql sql) {
        this.journal = journal;
        this.sql = sql;
    }

    /** The life of the server's database that has all that is not in the outbox; empty before the first was seen. */
    public Optional<UUID> serverEpoch() throws JournalException {
        synchronized (journal) {
            try {
                return sql.meta(SERVER_EPOCH).map(UUID::fromString);
            } catch (SQLException e) {
                throw JournalErrors.of(e);
            }
        }
    }

    /**
     * Brings the outbox into line with what the server has: whatever it lacks waits again, with the same bytes. After
     * another epoch the quarantined ones do too, because what was refused before may be welcome now. One commit, so a
     * power cut leaves it done or not begun; and it can be done again at any time, since the server takes a record once.
     *
     * @return how many records wait again that did not before
     */
    public long reconcile(JournalState state) throws JournalException {
        synchronized (journal) {
            boolean isAnotherLife = !serverEpoch().equals(Optional.of(state.epoch()));
            List<Runnable> afterwards = new ArrayList<>();
            long putBack = putBack(state, isAnotherLife, () -> {
                sql.setMeta(SERVER_EPOCH, state.epoch().toString());
                afterwards.add(
                        journal.raise(state.highestSequence(), ChainHead.of(state.headSequence(), state.head())));
            });
            afterwards.forEach(Runnable::run);
            return putBack;
        }
    }

    /**
     * Has all wait again that a server lacks, in one synced commit with {@code more}.
     *
     * @param isAnotherLife whether the quarantined ones do too
     * @return how many records wait again that did not before
     */
    private long putBack(JournalState state, boolean isAnotherLife, JournalSchema.Work more) throws JournalException {
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
    public long count() throws JournalException {
        synchronized (journal) {
            return sql.count("select count(*) from outbox where sequence <="
                    + " (select cast(value as integer) from meta where key = 'resent-to')");
        }
    }
}
