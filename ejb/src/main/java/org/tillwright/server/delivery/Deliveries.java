package org.tillwright.server.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.ReceiptRequestMessage;

/** The queue, and the log of attempts. */
@Dependent
class Deliveries {

    /** What one server has taken upon itself to send. */
    record Claimed(
            UUID requestId,
            UUID transactionId,
            Channel channel,
            String address,
            String language,
            int attempts,
            Instant triedSince) {}

    private static final String ROW = "select d.request_id, d.transaction_id, t.workstation_id, t.sequence, d.channel,"
            + " d.address, d.requested_at, d.state, d.attempts, d.next_at, d.settled_at,"
            + " (select a.detail from delivery_attempt a where a.request_id = d.request_id"
            + " order by a.number desc limit 1) from delivery d"
            + " left join retail_transaction t on t.transaction_id = d.transaction_id where d.store_id = ?";

    @Inject
    Sql sql;

    /** Adds a request once; the same id again changes nothing. */
    boolean add(String workstationId, ReceiptRequestMessage request, Instant now) {
        return sql.update(
                        "insert ignore into delivery (request_id, store_id, workstation_id, operator_id, transaction_id,"
                                + " channel, address, language, requested_at, accepted_at, state, attempts, next_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?)",
                        request.requestId(),
                        request.storeId(),
                        workstationId,
                        request.operatorId(),
                        request.transactionId(),
                        request.channel(),
                        request.address(),
                        request.language(),
                        request.requestedAt(),
                        now,
                        now)
                > 0;
    }

    /** Takes what is due and nobody else is sending, for a while. */
    List<Claimed> claim(Collection<Channel> channels, int most, Instant now, Instant until) {
        if (channels.isEmpty()) {
            return List.of();
        }
        UUID claim = UUID.randomUUID();
        String places = String.join(", ", Collections.nCopies(channels.size(), "?"));
        List<Object> values = new ArrayList<>(List.of(claim, until, now, now, now));
        channels.forEach(channel -> values.add(channel.name()));
        values.add(most);
        int taken = sql.update(
                "update delivery set claim_id = ?, claimed_until = ?, tried_since = coalesce(tried_since, ?)"
                        + " where state = 'WAITING' and next_at <= ? and (claimed_until is null or claimed_until < ?)"
                        + " and channel in (" + places + ") order by next_at, request_id limit ?",
                values.toArray());
        return taken == 0
                ? List.of()
                : sql.query(
                        "select request_id, transaction_id, channel, address, language, attempts, tried_since"
                                + " from delivery where claim_id = ? and state = 'WAITING' order by next_at, request_id",
                        row -> new Claimed(
                                row.uuid(1),
                                row.uuid(2),
                                Channel.valueOf(row.text(3)),
                                row.text(4),
                                row.text(5),
                                (int) row.number(6),
                                row.instant(7)),
                        claim);
    }

    void note(UUID requestId, int number, Instant at, Outcome outcome) {
        sql.update(
                "insert into delivery_attempt (request_id, number, ended_at, outcome, detail) values (?, ?, ?, ?, ?)",
                requestId,
                number,
                at,
                outcome.kind(),
                outcome.detail());
    }

    void settle(UUID requestId, String state, int attempts, Instant now) {
        sql.update(
                "update delivery set state = ?, attempts = ?, settled_at = ?, claim_id = null, claimed_until = null"
                        + " where request_id = ?",
                state,
                attempts,
                now,
                requestId);
    }

    void postpone(UUID requestId, int attempts, Instant nextAt) {
        sql.update(
                "update delivery set attempts = ?, next_at = ?, claim_id = null, claimed_until = null"
                        + " where request_id = ? and state = 'WAITING'",
                attempts,
                nextAt,
                requestId);
    }

    /** Lets one that waits or was given up be tried at once; false when there is none such. */
    boolean again(String storeId, UUID requestId, Instant now) {
        return sql.update(
                        "update delivery set state = 'WAITING', next_at = ?, tried_since = null, settled_at = null"
                                + " where request_id = ? and store_id = ? and state <> 'SENT' and not forgotten"
                                + " and (claimed_until is null or claimed_until < ?)",
                        now,
                        requestId,
                        storeId,
                        now)
                > 0;
    }

    /** Those settled before a moment whose address is still whole. */
    List<UUID> toForget(Instant before, int most) {
        return sql.query(
                "select request_id from delivery where not forgotten and settled_at < ? order by settled_at limit ?",
                row -> row.uuid(1),
                before,
                most);
    }

    void forget(UUID requestId) {
        String address = sql.first("select address from delivery where request_id = ?", row -> row.text(1), requestId)
                .orElse("");
        sql.update(
                "update delivery set forgotten = true, address = ? where request_id = ?",
                Channel.shortened(address),
                requestId);
    }

    List<DeliveryRow> newest(String storeId, int most) {
        return sql.query(
                ROW + " order by d.state = 'SENT', d.state = 'WAITING', d.accepted_at desc, d.request_id limit ?",
                Deliveries::rowOf,
                storeId,
                most);
    }

    List<DeliveryRow> ofTransaction(String storeId, UUID transactionId) {
        return sql.query(
                ROW + " and d.transaction_id = ? order by d.accepted_at desc",
                Deliveries::rowOf,
                storeId,
                transactionId);
    }

    long countOfTransaction(UUID transactionId) {
        return sql.first("select count(*) from delivery where transaction_id = ?", row -> row.number(1), transactionId)
                .orElse(0L);
    }

    /** Counts what was wanted to an address, of whatever store, since a moment. */
    long countTo(String address, Instant since) {
        return sql.first(
                        "select count(*) from delivery where address = ? and accepted_at >= ?",
                        row -> row.number(1),
                        address,
                        since)
                .orElse(0L);
    }

    long countOf(String storeId, String state) {
        return sql.first(
                        "select count(*) from delivery where store_id = ? and state = ?",
                        row -> row.number(1),
                        storeId,
                        state)
                .orElse(0L);
    }

    long countWaiting(String storeId, Channel channel) {
        return sql.first(
                        "select count(*) from delivery where store_id = ? and state = 'WAITING' and channel = ?",
                        row -> row.number(1),
                        storeId,
                        channel)
                .orElse(0L);
    }

    private static DeliveryRow rowOf(Row row) throws SQLException {
        String workstation = row.textOrNull(3);
        return new DeliveryRow(
                row.uuid(1),
                row.uuid(2),
                number(workstation, row.number(4)),
                row.text(5),
                Channel.shortened(row.text(6)),
                row.instant(7),
                row.text(8),
                (int) row.number(9),
                row.instant(10),
                row.instantOrNull(11),
                row.textOrNull(12));
    }

    private static @Nullable String number(@Nullable String workstationId, long sequence) {
        return workstationId == null ? null : workstationId + " / " + sequence;
    }
}
