package org.tillwright.server.cash;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.till.TillReport;

/** The tables of tills: sessions, entries, movements, settlements. Insert and select only. */
@Dependent
class TillSessions {

    private static final String ADD_ENTRY =
            "insert into till_entry (source_id, number, till_session_id, kind, tender, currency, amount_minor, entered_at,"
                    + " foreign_currency, foreign_minor, is_late) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
                now,
                null,
                null,
                isSettled(opened.tillSessionId()));
    }

    /** Enters what one transaction took into a till; late when the till was settled before it came. */
    void addTenders(List<TenderTaken> tenders, boolean isLate, Instant now) {
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
                                now,
                                tender.foreignCurrency(),
                                tender.foreignMinor(),
                                isLate))
                        .toList());
    }

    /** Keeps what was told of a movement, whether or not anything moved. */
    void addMovement(String workstationId, CashMovedMessage moved) {
        sql.update(
                "insert into till_movement (movement_id, till_session_id, store_id, workstation_id, operator_id,"
                        + " business_day, moved_at, kind, currency, amount_minor, worth_minor, reason, note, approval_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                moved.movementId(),
                moved.tillSessionId(),
                moved.storeId(),
                workstationId,
                moved.operatorId(),
                moved.businessDay(),
                moved.movedAt(),
                moved.kind(),
                moved.currency(),
                moved.amountMinor(),
                moved.worthMinor(),
                moved.reason(),
                moved.note(),
                moved.approvalId());
    }

    boolean hasMovement(UUID movementId) {
        return sql.first("select 1 from till_movement where movement_id = ?", row -> row.number(1), movementId)
                .isPresent();
    }

    /** Enters cash that moved; of another currency what it is worth, and how much of it. */
    void addMoved(CashMovedMessage moved, String currency, CashMovedMessage.Kind kind, boolean isLate, Instant now) {
        Long worth = moved.worthMinor();
        sql.update(
                ADD_ENTRY,
                moved.movementId(),
                0,
                moved.tillSessionId(),
                moved.kind(),
                worth == null ? TenderType.CASH : TenderType.FOREIGN_CASH,
                currency,
                kind.signed(worth == null ? moved.amountMinor() : worth),
                now,
                worth == null ? null : moved.currency(),
                worth == null ? null : kind.signed(moved.amountMinor()),
                isLate);
    }

    /** Returns what should be in a till of other currencies, each in its own units. */
    Map<String, Long> expectedForeignMinor(UUID tillSessionId) {
        Map<String, Long> sums = new TreeMap<>();
        sql.query(
                        "select foreign_currency, sum(foreign_minor) from till_entry where till_session_id = ?"
                                + " and foreign_currency is not null group by foreign_currency",
                        row -> Map.entry(row.text(1), row.number(2)),
                        tillSessionId)
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
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

    void addSettlement(String workstationId, TillSettledMessage settled, Map<String, Long> expected) {
        TillReport report = settled.report();
        sql.update(
                "insert into till_settlement (till_session_id, operator_id, settled_at, currency,"
                        + " told_transaction_count, workstation_id, z_number, reason, note, approval_id, approver_id,"
                        + " report) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                settled.tillSessionId(),
                settled.operatorId(),
                settled.settledAt(),
                settled.currency(),
                settled.transactionCount(),
                workstationId,
                settled.zNumber(),
                settled.reason(),
                settled.note(),
                settled.approvalId(),
                settled.approverId(),
                report == null ? null : new String(WireJson.write(report), StandardCharsets.UTF_8));
        TillSettledMessage.Pieces vouchers = settled.vouchers();
        sql.batch(
                "insert into till_count (till_session_id, tender, expected_minor, told_expected_minor, counted_minor,"
                        + " over_short_minor, told_expected_pieces, counted_pieces) values (?, ?, ?, ?, ?, ?, ?, ?)",
                settled.counts().stream()
                        .map(count -> {
                            long own = expected.getOrDefault(count.tender(), 0L);
                            TillSettledMessage.Pieces pieces =
                                    count.tender().equals(TenderType.VOUCHER.name()) ? vouchers : null;
                            return Sql.row(
                                    settled.tillSessionId(),
                                    count.tender(),
                                    own,
                                    count.expectedMinor(),
                                    count.countedMinor(),
                                    Math.subtractExact(count.countedMinor(), own),
                                    pieces == null ? null : pieces.expected(),
                                    pieces == null ? null : pieces.counted());
                        })
                        .toList());
        Map<String, Long> foreign = expectedForeignMinor(settled.tillSessionId());
        sql.batch(
                "insert into till_count_foreign (till_session_id, currency, expected_minor, told_expected_minor,"
                        + " counted_minor) values (?, ?, ?, ?, ?)",
                settled.otherCurrencies().stream()
                        .map(count -> Sql.row(
                                settled.tillSessionId(),
                                count.currency(),
                                foreign.getOrDefault(count.currency(), 0L),
                                count.expectedMinor(),
                                count.countedMinor()))
                        .toList());
    }

    /** Returns the number of the newest Z report of a workstation before one; empty when there is none. */
    Optional<Long> newestZ(String workstationId, UUID except) {
        return sql.first(
                        "select max(z_number) from till_settlement where workstation_id = ? and till_session_id <> ?",
                        row -> Optional.ofNullable(row.numberOrNull(1)),
                        workstationId,
                        except)
                .flatMap(number -> number);
    }

    boolean wasCounted(UUID tillSessionId, String tender) {
        return sql.first(
                        "select 1 from till_count where till_session_id = ? and tender = ?",
                        row -> row.number(1),
                        tillSessionId,
                        tender)
                .isPresent();
    }

    /** Who answers for a till: who opened it, or who settled it where the opening did not arrive. */
    Optional<String> cashierOf(UUID tillSessionId) {
        return sql.first(
                        "select operator_id from till_session where till_session_id = ?",
                        row -> row.text(1),
                        tillSessionId)
                .or(() -> sql.first(
                        "select operator_id from till_settlement where till_session_id = ?",
                        row -> row.text(1),
                        tillSessionId));
    }

    /** The currency of a till, as it was opened or settled; empty when neither is known here. */
    Optional<String> currencyOf(UUID tillSessionId) {
        return sql.first(
                "select currency from till_session where till_session_id = ?"
                        + " union select currency from till_settlement where till_session_id = ? limit 1",
                row -> row.text(1),
                tillSessionId,
                tillSessionId);
    }

    /** The store and trading day of a sale that is in the books. */
    Optional<StoreDay> dayOfSale(UUID transactionId) {
        return sql.first(
                "select store_id, business_day from retail_transaction where transaction_id = ?",
                row -> new StoreDay(row.text(1), row.date(2)),
                transactionId);
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

    /** One trading day of one store. */
    record StoreDay(String storeId, LocalDate day) {}
}
