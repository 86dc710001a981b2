package org.tillwright.server.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.order.ResumedTwice;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSaleSummary;

/** The tables of parked carts. */
@Dependent
class SuspendedSales {

    private static final String SUMMARY =
            "select s.suspended_sale_id, s.code, s.workstation_id, w.name, s.operator_name,"
                    + " s.suspended_at, s.expires_at, s.currency, s.total_minor, s.line_count, s.label, s.first_items, s.claim_id"
                    + " from suspended_sale s join workstation w on w.workstation_id = s.workstation_id ";

    @Inject
    Sql sql;

    /** Where a parked cart stands. */
    record Standing(
            String storeId,
            String state,
            @Nullable UUID claimId,
            @Nullable String claimedBy,
            @Nullable String claimedByName,
            boolean closed) {}

    /** An expired cart, as its record tells it. */
    record Expired(UUID suspendedSaleId, String storeId, String workstationId, String operatorId, String detail) {}

    Optional<Standing> standing(UUID suspendedSaleId) {
        return sql.first(
                "select s.store_id, s.state, s.claim_id, s.claimed_by, w.name, s.closed from suspended_sale s"
                        + " left join workstation w on w.workstation_id = s.claimed_by where s.suspended_sale_id = ?",
                row -> new Standing(
                        row.text(1),
                        row.text(2),
                        uuidOrNull(row, 3),
                        row.textOrNull(4),
                        row.textOrNull(5),
                        row.truth(6)),
                suspendedSaleId);
    }

    void add(String storeId, String workstationId, SuspendedSaleMessage sale, Instant now) {
        sql.update(
                "insert into suspended_sale (suspended_sale_id, store_id, workstation_id, code, operator_id,"
                        + " operator_name, suspended_at, received_at, expires_at, currency, total_minor, line_count,"
                        + " label, first_items, resumed_from, draft, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SUSPENDED')",
                sale.suspendedSaleId(),
                storeId,
                workstationId,
                SuspendedSaleMessage.codeOf(sale.suspendedSaleId()),
                sale.operatorId(),
                sale.operatorName(),
                sale.suspendedAt(),
                now,
                sale.expiresAt(),
                sale.currency(),
                sale.totalMinor(),
                sale.lineCount(),
                sale.label(),
                FirstItems.column(sale.firstItems()),
                sale.resumedFrom(),
                sale.draft());
    }

    /** Those that are free, and those that the asking register took itself without anything that came of it. */
    List<SuspendedSaleSummary> list(String storeId, String workstationId, Instant now, int most) {
        return sql.query(
                SUMMARY + "where s.store_id = ? and ((s.state = 'SUSPENDED' and s.expires_at > ?)"
                        + " or (s.state = 'RESUMED' and not s.closed and s.claimed_by = ?))"
                        + " order by s.suspended_at desc, s.suspended_sale_id limit ?",
                SuspendedSales::summary,
                storeId,
                now,
                workstationId,
                most);
    }

    /** Gives a free cart to one register: of two that ask at once, one changes the row and the other does not. */
    boolean claim(UUID suspendedSaleId, Claimant who, Instant now) {
        return sql.update(
                        "update suspended_sale set state = 'RESUMED', claim_id = ?, claimed_by = ?, closed = false"
                                + " where suspended_sale_id = ? and store_id = ? and ((state = 'SUSPENDED' and expires_at > ?)"
                                + " or (state = 'RESUMED' and not closed and claimed_by = ?))",
                        who.claimId(),
                        who.workstationId(),
                        suspendedSaleId,
                        who.storeId(),
                        now,
                        who.workstationId())
                > 0;
    }

    Optional<SuspendedSaleMessage> find(UUID suspendedSaleId) {
        return sql.first(
                "select suspended_sale_id, operator_id, operator_name, suspended_at, expires_at, currency, total_minor,"
                        + " line_count, label, first_items, resumed_from, draft from suspended_sale"
                        + " where suspended_sale_id = ? and draft is not null",
                row -> new SuspendedSaleMessage(
                        row.uuid(1),
                        row.text(2),
                        row.text(3),
                        row.instant(4),
                        row.instant(5),
                        row.text(6),
                        row.number(7),
                        row.number(8),
                        row.textOrNull(9),
                        FirstItems.names(row.text(10)),
                        uuidOrNull(row, 11),
                        row.text(12)),
                suspendedSaleId);
    }

    /** The sale that a cart was taken for came to an end. It is looked for first: a change by another key locks gaps. */
    void close(UUID claimId) {
        sql.query("select suspended_sale_id from suspended_sale where claim_id = ?", row -> row.uuid(1), claimId)
                .forEach(taken -> sql.update(
                        "update suspended_sale set closed = true where suspended_sale_id = ? and claim_id = ?",
                        taken,
                        claimId));
    }

    /** A sale went on with a cart: whoever had it, it is nobody's any more. */
    void use(UUID suspendedSaleId, UUID transactionId, String storeId, Instant now) {
        sql.update(
                "insert into suspended_sale_use (suspended_sale_id, transaction_id, store_id, noted_at)"
                        + " values (?, ?, ?, ?)",
                suspendedSaleId,
                transactionId,
                storeId,
                now);
        sql.update(
                "update suspended_sale set state = 'RESUMED', closed = true where suspended_sale_id = ?",
                suspendedSaleId);
    }

    /** The sale of a cart may arrive before the cart. */
    void closeIfUsed(UUID suspendedSaleId) {
        sql.update(
                "update suspended_sale set state = 'RESUMED', closed = true where suspended_sale_id = ?"
                        + " and exists (select 1 from suspended_sale_use where suspended_sale_id = ?)",
                suspendedSaleId,
                suspendedSaleId);
    }

    List<UUID> usesOf(UUID suspendedSaleId) {
        return sql.query(
                "select transaction_id from suspended_sale_use where suspended_sale_id = ? order by noted_at,"
                        + " transaction_id",
                row -> row.uuid(1),
                suspendedSaleId);
    }

    /** @param storeId of the sales; null for those of every store */
    List<ResumedTwice.Sale> usedTwice(@Nullable String storeId, int most) {
        return sql.query(
                "select suspended_sale_id, min(store_id), max(noted_at),"
                        + " group_concat(transaction_id order by noted_at, transaction_id separator ' ')"
                        + " from suspended_sale_use where ? is null or store_id = ?"
                        + " group by suspended_sale_id having count(*) > 1"
                        + " order by max(noted_at) desc limit ?",
                row -> new ResumedTwice.Sale(
                        row.uuid(1),
                        row.text(2),
                        row.instant(3),
                        Arrays.asList(row.text(4).split(" ", -1))),
                storeId,
                storeId,
                most);
    }

    /** Finds carts that nobody came back for, and keeps others from taking them until this transaction ends. */
    List<Expired> lockExpired(Instant now, int most) {
        return sql.query(
                "select suspended_sale_id, store_id, workstation_id, operator_id, line_count, total_minor, currency"
                        + " from suspended_sale where state = 'SUSPENDED' and expires_at <= ?"
                        + " order by expires_at limit ? for update skip locked",
                row -> new Expired(
                        row.uuid(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.number(5) + " lines, " + row.number(6) + " " + row.text(7) + " in minor units"),
                now,
                most);
    }

    /** What was in it is not needed any more. */
    void expire(UUID suspendedSaleId) {
        sql.update(
                "update suspended_sale set state = 'EXPIRED', draft = null where suspended_sale_id = ?",
                suspendedSaleId);
    }

    void note(
            UUID suspendedSaleId,
            String event,
            @Nullable String workstationId,
            @Nullable String operatorId,
            @Nullable UUID claimId,
            Instant now) {
        sql.update(
                "insert into suspended_sale_event (suspended_sale_id, event, workstation_id, operator_id, claim_id,"
                        + " noted_at) values (?, ?, ?, ?, ?, ?)",
                suspendedSaleId,
                event,
                workstationId,
                operatorId,
                claimId,
                now);
    }

    static @Nullable UUID uuidOrNull(Row row, int column) throws SQLException {
        String text = row.textOrNull(column);
        return text == null ? null : UUID.fromString(text);
    }

    private static SuspendedSaleSummary summary(Row row) throws SQLException {
        return new SuspendedSaleSummary(
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.instant(6),
                row.instant(7),
                row.text(8),
                row.number(9),
                row.number(10),
                row.textOrNull(11),
                FirstItems.names(row.text(12)),
                uuidOrNull(row, 13));
    }
}
