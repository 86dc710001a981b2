package org.tillwright.server.cash;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.TillTotals;

/** What the books say of a till: its sales, what should be in it, what was counted, and what came too late. */
@Dependent
class TillBooks {

    @Inject
    Sql sql;

    @Inject
    TillSessions sessions;

    Optional<TillTotals> of(UUID tillSessionId) {
        return opening(tillSessionId).map(known -> totals(tillSessionId, known));
    }

    private Optional<Opening> opening(UUID tillSessionId) {
        Optional<Opening> told = sql.first(
                "select currency, float_minor from till_session where till_session_id = ?",
                row -> new Opening(row.text(1), row.number(2)),
                tillSessionId);
        return told.or(() -> sql.first(
                "select currency from retail_transaction where till_session_id = ? limit 1",
                row -> new Opening(row.text(1), 0),
                tillSessionId));
    }

    private TillTotals totals(UUID tillSessionId, Opening opening) {
        Sums sums = sql.first(
                        "select count(*), coalesce(sum(net_minor), 0), coalesce(sum(tax_minor), 0),"
                                + " coalesce(sum(total_minor), 0) from retail_transaction where till_session_id = ?",
                        row -> new Sums(row.number(1), row.number(2), row.number(3), row.number(4)),
                        tillSessionId)
                .orElseThrow();
        return new TillTotals(
                tillSessionId,
                sessions.isSettled(tillSessionId) ? "SETTLED" : "OPEN",
                opening.currency(),
                opening.floatMinor(),
                sums.count(),
                sums.netMinor(),
                sums.taxMinor(),
                sums.totalMinor(),
                tenders(tillSessionId),
                foreign(tillSessionId),
                zNumber(tillSessionId),
                supplement(tillSessionId));
    }

    private @Nullable Long zNumber(UUID tillSessionId) {
        return sql.first(
                        "select z_number from till_settlement where till_session_id = ?",
                        row -> Optional.ofNullable(row.numberOrNull(1)),
                        tillSessionId)
                .flatMap(number -> number)
                .orElse(null);
    }

    private List<TillTotals.ForeignTotal> foreign(UUID tillSessionId) {
        Map<String, Long> counted = new TreeMap<>();
        sql.query(
                        "select currency, counted_minor from till_count_foreign where till_session_id = ?",
                        row -> Map.entry(row.text(1), row.number(2)),
                        tillSessionId)
                .forEach(count -> counted.put(count.getKey(), count.getValue()));
        return sessions.expectedForeignMinor(tillSessionId).entrySet().stream()
                .map(sum -> new TillTotals.ForeignTotal(sum.getKey(), sum.getValue(), counted.get(sum.getKey())))
                .toList();
    }

    private List<TillTotals.Late> supplement(UUID tillSessionId) {
        return sql.query(
                "select tender, count(*), sum(amount_minor) from till_entry where till_session_id = ? and is_late"
                        + " group by tender order by tender",
                row -> new TillTotals.Late(row.text(1), row.number(2), row.number(3)),
                tillSessionId);
    }

    private List<TillTotals.TenderTotal> tenders(UUID tillSessionId) {
        Map<String, Long> counted = new TreeMap<>();
        sql.query(
                        "select tender, counted_minor from till_count where till_session_id = ?",
                        row -> Map.entry(row.text(1), row.number(2)),
                        tillSessionId)
                .forEach(count -> counted.put(count.getKey(), count.getValue()));
        return sessions.expectedMinor(tillSessionId).entrySet().stream()
                .map(sum -> new TillTotals.TenderTotal(sum.getKey(), sum.getValue(), counted.get(sum.getKey())))
                .toList();
    }

    private record Opening(String currency, long floatMinor) {}

    private record Sums(long count, long netMinor, long taxMinor, long totalMinor) {}
}
