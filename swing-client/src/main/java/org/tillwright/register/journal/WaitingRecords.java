package org.tillwright.register.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.WireJson;

/** The records that the server has not answered for, several at a time. Never more of them in memory than was asked for. */
public final class WaitingRecords {

    private final Journal journal;
    private final JournalSql sql;
    private final Clock clock;

    WaitingRecords(Journal journal, JournalSql sql, Clock clock) {
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    /** The oldest, at most so many. */
    public List<StoredRecord> oldest(int most) throws JournalException {
        return next(most, Long.MAX_VALUE, Set.of());
    }

    /**
     * The oldest that are not passed over; the first of them whatever its size.
     *
     * @param mostBytes of their bodies together
     */
    public List<StoredRecord> next(int most, long mostBytes, Set<Long> passedOver) throws JournalException {
        synchronized (journal) {
            List<Long> numbers = numbers(most, mostBytes, passedOver);
            return numbers.isEmpty()
                    ? List.of()
                    : journal.read("where sequence in (" + listed(numbers) + ") order by sequence");
        }
    }

    private List<Long> numbers(int most, long mostBytes, Set<Long> passedOver) throws JournalException {
        String query = "select r.sequence, length(r.body) from outbox o join record r on r.sequence = o.sequence"
                + " where o.sequence not in (" + listed(passedOver) + ") order by o.sequence limit ?";
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement statement = sql.prepare(query, most);
                ResultSet rows = statement.executeQuery()) {
            long bytes = 0;
            while (rows.next()) {
                bytes += rows.getLong(2);
                if (bytes > mostBytes && !numbers.isEmpty()) {
                    return numbers;
                }
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw JournalErrors.of(e);
        }
    }

    /**
     * Keeps what the server said of several records, in one commit.
     *
     * @param delivered the server has them
     * @param refused the server will never take them, and why
     */
    public void settle(Collection<Long> delivered, Map<Long, Problem> refused) throws JournalException {
        JournalSchema.Work work = () -> {
            sql.execute("delete from outbox where sequence in (" + listed(delivered) + ")");
            for (Map.Entry<Long, Problem> no : refused.entrySet()) {
                sql.execute("delete from outbox where sequence = ?", no.getKey());
                sql.execute(
                        "insert or replace into quarantine (sequence, problem, quarantined_at) values (?, ?, ?)",
                        no.getKey(),
                        WireJson.write(no.getValue()),
                        clock.instant().toString());
            }
        };
        if (refused.isEmpty()) {
            synchronized (journal) {
                sql.unsynced(work); // if a power cut takes this note, the server gets the records again and knows them
            }
        } else {
            sql.fromLane(journal, work);
        }
    }

    private static String listed(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
