package org.tillwright.server.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;

/** The tables of quotations and layaways. */
@Dependent
class Orders {

    private static final String SUMMARY = "select o.order_id, o.order_number, o.kind, o.state, w.name, o.operator_name,"
            + " o.made_at, o.valid_until, o.customer_id, o.customer_name, o.phone, o.currency, o.total_minor,"
            + " coalesce((select d.balance_minor from value_account d where d.kind = 'DEPOSIT'"
            + " and d.number = cast(o.order_id as char(36)) and d.currency = o.currency), 0),"
            + " (select count(*) from customer_order_line l where l.order_id = o.order_id),"
            + " (select group_concat(f.description order by f.number separator '\n') from customer_order_line f"
            + " where f.order_id = o.order_id and f.number <= (select min(m.number) + 2 from customer_order_line m"
            + " where m.order_id = o.order_id)),"
            + " case when o.claimed_at > ? then c.name end"
            + " from customer_order o join workstation w on w.workstation_id = o.workstation_id"
            + " left join workstation c on c.workstation_id = o.claimed_by ";

    @Inject
    Sql sql;

    /** Where an order stands. */
    record Standing(
            String storeId,
            String workstationId,
            String kind,
            String state,
            @Nullable UUID closedBy,
            @Nullable String claimedByName) {}

    /**
     * Adds an order; the database gives the number.
     *
     * <p>Its lines go with it: what a customer was promised is not only in the words of registers.
     */
    void add(String storeId, String workstationId, OrderMessage order, Instant now) {
        sql.update(
                "insert into customer_order (order_id, kind, store_id, workstation_id, operator_id, operator_name, made_at,"
                        + " received_at, valid_until, customer_id, customer_name, phone, currency, total_minor, draft, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')",
                order.orderId(),
                order.kind(),
                storeId,
                workstationId,
                order.operatorId(),
                order.operatorName(),
                order.madeAt(),
                now,
                order.validUntil(),
                order.customerId(),
                order.customerName(),
                order.phone(),
                order.currency(),
                order.totalMinor(),
                order.draft());
        sql.batch(
                "insert into customer_order_line (order_id, number, item_id, description, quantity_milli,"
                        + " unit_price_micro, extended_minor) values (?, ?, ?, ?, ?, ?, ?)",
                order.lines().stream()
                        .map(line -> Sql.row(
                                order.orderId(),
                                line.number(),
                                line.itemId(),
                                line.description(),
                                line.quantityMilli(),
                                line.unitPriceMicro(),
                                line.extendedMinor()))
                        .toList());
    }

    Optional<Standing> standing(UUID orderId) {
        return sql.first(
                "select o.store_id, o.workstation_id, o.kind, o.state, o.closed_by, w.name from customer_order o"
                        + " left join workstation w on w.workstation_id = o.claimed_by where o.order_id = ?",
                row -> new Standing(
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        SuspendedSales.uuidOrNull(row, 5),
                        row.textOrNull(6)),
                orderId);
    }

    Optional<OrderSummary> find(UUID orderId, Instant claimsSince) {
        return sql.first(SUMMARY + "where o.order_id = ?", Orders::summary, claimsSince, orderId);
    }

    /** Open orders of a store, the newest first. */
    List<OrderSummary> newest(String storeId, Instant claimsSince, int most) {
        return sql.query(
                SUMMARY + "where o.store_id = ? and o.state = 'OPEN' order by o.made_at desc, o.order_id limit ?",
                Orders::summary,
                claimsSince,
                storeId,
                most);
    }

    /** Open orders whose number or customer is asked for. */
    List<OrderSummary> search(String storeId, String asked, Instant claimsSince, int most) {
        String like = "%" + asked.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return sql.query(
                SUMMARY + "where o.store_id = ? and o.state = 'OPEN' and (o.order_number = ? or o.customer_id = ?"
                        + " or o.customer_name collate utf8mb4_unicode_520_nopad_ci like ? escape '!' or o.phone like ? escape '!')"
                        + " order by o.made_at desc, o.order_id limit ?",
                Orders::summary,
                claimsSince,
                storeId,
                asked.matches("\\d{1,18}") ? Long.valueOf(asked) : null,
                asked,
                like,
                like,
                most);
    }

    List<OrderMessage.Line> lines(UUID orderId) {
        return sql.query(
                "select number, item_id, description, quantity_milli, unit_price_micro, extended_minor"
                        + " from customer_order_line where order_id = ? order by number",
                row -> new OrderMessage.Line(
                        row.number(1), row.text(2), row.text(3), row.number(4), row.number(5), row.number(6)),
                orderId);
    }

    String draft(UUID orderId) {
        return sql.first("select draft from customer_order where order_id = ?", row -> row.text(1), orderId)
                .orElseThrow();
    }

    /** Gives an open order to one register; one that another took a while ago and let lie is free again. */
    boolean claim(UUID orderId, Claimant who, Instant now, Instant claimsSince) {
        return sql.update(
                        "update customer_order set claim_id = ?, claimed_by = ?, claimed_at = ?"
                                + " where order_id = ? and store_id = ? and state = 'OPEN'"
                                + " and (claim_id is null or claimed_by = ? or claimed_at <= ?)",
                        who.claimId(),
                        who.workstationId(),
                        now,
                        orderId,
                        who.storeId(),
                        who.workstationId(),
                        claimsSince)
                > 0;
    }

    /** Returns the order that somebody took for a sale. */
    Optional<UUID> takenFor(UUID claimId) {
        return sql.first("select order_id from customer_order where claim_id = ?", row -> row.uuid(1), claimId);
    }

    /** Whoever took an order for this sale does not want it any more. */
    int release(UUID orderId, UUID claimId) {
        return sql.update(
                "update customer_order set claim_id = null, claimed_by = null, claimed_at = null"
                        + " where order_id = ? and claim_id = ? and state = 'OPEN'",
                orderId,
                claimId);
    }

    /** Closes an open order; false when it is closed already, or not here. */
    boolean close(UUID orderId, String state, UUID by) {
        return sql.update(
                        "update customer_order set state = ?, closed_by = ?, claim_id = null, claimed_by = null,"
                                + " claimed_at = null where order_id = ? and state = 'OPEN'",
                        state,
                        by,
                        orderId)
                > 0;
    }

    /** What closed an order was undone. */
    boolean reopen(UUID orderId, UUID closedBy) {
        return sql.update(
                        "update customer_order set state = 'OPEN', closed_by = null where order_id = ? and closed_by = ?",
                        orderId,
                        closedBy)
                > 0;
    }

    void note(
            UUID orderId,
            String event,
            @Nullable String workstationId,
            @Nullable String operatorId,
            @Nullable UUID sourceId,
            Instant now) {
        sql.update(
                "insert into customer_order_event (order_id, event, workstation_id, operator_id, source_id, noted_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                orderId,
                event,
                workstationId,
                operatorId,
                sourceId,
                now);
    }

    private static OrderSummary summary(Row row) throws SQLException {
        return new OrderSummary(
                row.uuid(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.instant(7),
                row.date(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.textOrNull(11),
                row.text(12),
                row.number(13),
                row.number(14),
                row.number(15),
                FirstItems.names(row.text(16)).stream().limit(FirstItems.MOST).toList(),
                row.textOrNull(17));
    }
}
