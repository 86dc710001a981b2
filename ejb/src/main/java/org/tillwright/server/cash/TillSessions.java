package org.tillwright.server.cash;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.TillTotals;

/** The tables of tills: sessions, entries, settlements. Insert and select only. */
@Dependent
class TillSessions {

    private static final String ADD_ENTRY =
            "insert into till_entry (source_id, number, till_session_id, kind, tender, currency, amount_minor, entered_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    Sql sql;

    boolean exists(UUID tillSessionId) {
        return sql.first("select 1 from till_session where till_session_id = ?", row -> row.number(1), tillSessionId)
                .isPresent();
    }

    boolean isSettled(UUID tillSessionId) {
        return sql.first("select 1 from till_settlement where till_session_id = ?", row -> row.number(1), tillSessionId)
                .isPresent();
    }

    void add(String workstationId, TillOpenedMessage opened, Instant now) {
        sql.update(
                "insert into till_session (till_session_id, store_id, workstation_id, operator_id, business_day,"
                        + " opened_at, currency, float_minor) values (?, ?, ?, ?, ?, ?, ?, ?)",
                opened.tillSessionId(),
                opened.storeId(),
                workstationId,
                opened.operatorId(),
                opened.businessDay(),
                opened.openedAt(),
                opened.currency(),
                opened.floatMinor());
        sql.update(
                ADD_ENTRY,
                opened.tillSessionId(),
                0,
                opened.tillSessionId(),
                "FLOAT",
                TenderType.CASH,
                opened.currency(),
                opened.floatMinor(),
                now);
    }

    void addTenders(List<TenderTaken> tenders, Instant now) {
        sql.batch(
                ADD_ENTRY,
                tenders.stream()
                        .map(tender -> Sql.row(
                                tender.transactionId(),
                                tender.number(),
                                tender.tillSessionId(),
                                "TENDER",
                                tender.tender(),
                                tender.currency(),
                                tender.amountMinor(),
                                now))
                        .toList());
    }

    void addMovement(CashMovedMessage moved, long minor, Instant now) {
        sql.update(
                ADD_ENTRY,
                moved.movementId(),
                0,
                moved.tillSessionId(),
                moved.kind(),
                TenderType.CASH,
                moved.currency(),
                minor,
                now);
    }

    /** Returns what should be in a till, by tender; those that every till tells are there. */
    Map<String, Long> expectedMinor(UUID tillSessionId) {
        Map<String, Long> sums = new TreeMap<>();
        for (TenderType tender : TenderType.values()) {
            if (tender.isToldAlways()) {
                sums.put(tender.name(), 0L);
            }
        }
        sql.query(
                        "select tender, sum(amount_minor) from till_entry where till_session_id = ? group by tender",
                        row -> Map.entry(row.text(1), row.number(2)),
                        tillSessionId)
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    void addSettlement(TillSettledMessage settled, Map<String, Long> expected) {
        sql.update(
                "insert into till_settlement (till_session_id, operator_id, settled_at, currency,"
                        + " told_transaction_count) values (?, ?, ?, ?, ?)",
                settled.tillSessionId(),
                settled.operatorId(),
                settled.settledAt(),
                settled.currency(),
                settled.transactionCount());
        sql.batch(
                "insert into till_count (till_session_id, tender, expected_minor, told_expected_minor, counted_minor,"
                        + " over_short_minor) values (?, ?, ?, ?, ?, ?)",
                settled.counts().stream()
                        .map(count -> {
                            long own = expected.getOrDefault(count.tender(), 0L);
                            return Sql.row(
                                    settled.tillSessionId(),
                                    count.tender(),
                                    own,
                                    count.expectedMinor(),
                                    count.countedMinor(),
                                    Math.subtractExact(count.countedMinor(), own));
                        })
                        .toList());
    }

    Optional<LocalDate> businessDay(UUID tillSessionId) {
        return sql.first(
                "select business_day from till_session where till_session_id = ?", row -> row.date(1), tillSessionId);
    }

    Optional<String> storeOf(UUID tillSessionId) {
        return sql.first(
                "select store_id from till_session where till_session_id = ?"
                        + " union select store_id from retail_transaction where till_session_id = ? limit 1",
                row -> row.text(1),
                tillSessionId,
                tillSessionId);
    }

    /** Where a till stands: where it was opened, or where its first sale was made when the opening did not arrive. */
    Optional<String> workstationOf(UUID tillSessionId) {
        return sql.first(
                        "select workstation_id from till_session where till_session_id = ?",
                        row -> row.text(1),
                        tillSessionId)
                .or(() -> sql.first(
                        "select workstation_id from retail_transaction where till_session_id = ?"
                                + " order by accepted_at limit 1",
                        row -> row.text(1),
                        tillSessionId));
    }

    Optional<TillTotals> totals(UUID tillSessionId) {
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
                isSettled(tillSessionId) ? "SETTLED" : "OPEN",
                opening.currency(),
                opening.floatMinor(),
                sums.count(),
                sums.netMinor(),
                sums.taxMinor(),
                sums.totalMinor(),
                tenders(tillSessionId));
    }

    private List<TillTotals.TenderTotal> tenders(UUID tillSessionId) {
        Map<String, Long> counted = new TreeMap<>();
        sql.query(
                        "select tender, counted_minor from till_count where till_session_id = ?",
                        row -> Map.entry(row.text(1), row.number(2)),
                        tillSessionId)
                .forEach(count -> counted.put(count.getKey(), count.getValue()));
        return expectedMinor(tillSessionId).entrySet().stream()
                .map(sum -> new TillTotals.TenderTotal(sum.getKey(), sum.getValue(), counted.get(sum.getKey())))
                .toList();
    }

    private record Opening(String currency, long floatMinor) {}

    private record Sums(long count, long netMinor, long taxMinor, long totalMinor) {}
}
