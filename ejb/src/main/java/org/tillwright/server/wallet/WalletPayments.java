package org.tillwright.server.wallet;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.wallet.WalletRequestMessage;

/** Payments and refunds, and those that were given up before they came. */
@Dependent
class WalletPayments {

    private static final String ROW = "select payment_id, store_id, workstation_id, kind, currency, amount_minor,"
            + " refund_of, state, code, reference, paid_minor, reason, gateway_version, cancel_wanted, asked_at,"
            + " looked_at, looks from wallet_payment";

    @Inject
    Sql sql;

    Optional<WalletRow> find(UUID paymentId) {
        return sql.first(ROW + " where payment_id = ?", WalletPayments::rowOf, paymentId);
    }

    /** The same; nobody else changes it before this transaction ends, and what others just write is waited for. */
    Optional<WalletRow> lock(UUID paymentId) {
        return sql.first(ROW + " where payment_id = ? for update", WalletPayments::rowOf, paymentId);
    }

    void add(String storeId, String workstationId, WalletKind kind, WalletRequestMessage request, Instant now) {
        sql.update(
                "insert into wallet_payment (payment_id, store_id, workstation_id, kind, currency, amount_minor,"
                        + " refund_of, state, asked_at, changed_at, looked_at, next_look_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?, ?, ?)",
                request.paymentId(),
                storeId,
                workstationId,
                kind,
                request.currency(),
                request.amountMinor(),
                request.reference(),
                now,
                now,
                now,
                now.plus(WalletTurns.FIRST_LOOK));
    }

    /** Remembers an id that was never asked for, should its request still come. */
    void giveUp(UUID paymentId, String workstationId, Instant now) {
        sql.update(
                "insert ignore into wallet_given_up (payment_id, workstation_id, given_up_at) values (?, ?, ?)",
                paymentId,
                workstationId,
                now);
    }

    /** True if a register gave this id up before; waits for whoever is just doing so. */
    boolean isGivenUp(UUID paymentId) {
        return sql.first(
                        "select 1 from wallet_given_up where payment_id = ? lock in share mode", row -> true, paymentId)
                .isPresent();
    }

    /** What was paid under a gateway's number, locked, so that its refunds are counted one after the other. */
    Optional<WalletRow> lockPaid(String storeId, String reference) {
        return sql.first(
                ROW + " where reference = ? and store_id = ? and kind <> 'REFUND' and state = 'PAID' for update",
                WalletPayments::rowOf,
                reference,
                storeId);
    }

    /** What went back of it, or is just going back; also what others have written since this transaction first looked. */
    long refundedMinor(String storeId, String reference, UUID butNot) {
        return sql.first(
                        "select coalesce(sum(coalesce(paid_minor, amount_minor)), 0) from wallet_payment where refund_of = ?"
                                + " and store_id = ? and state <> 'DECLINED' and payment_id <> ? lock in share mode",
                        row -> row.number(1),
                        reference,
                        storeId,
                        butNot)
                .orElse(0L);
    }

    /** Writes down what the gateway told. */
    void change(UUID paymentId, WalletState state, GatewayMessages.Standing told, Instant now) {
        boolean isPaid = state == WalletState.PAID;
        sql.update(
                "update wallet_payment set state = ?, code = ?, reference = ?, paid_minor = ?, reason = ?,"
                        + " gateway_version = ?, changed_at = ?, looked_at = ? where payment_id = ?",
                state,
                told.qr(),
                isPaid ? told.reference() : null,
                isPaid ? told.amountMinor() : null,
                state == WalletState.DECLINED ? told.reason() : null,
                told.version(),
                now,
                now,
                paymentId);
    }

    /** No money moved, and none will: the gateway certainly never took it. */
    void decline(UUID paymentId, String reason, Instant now) {
        sql.update(
                "update wallet_payment set state = 'DECLINED', reason = ?, changed_at = ? where payment_id = ?"
                        + " and state = 'ASKED'",
                reason,
                now,
                paymentId);
    }

    void wantCancel(UUID paymentId, Instant now) {
        sql.update(
                "update wallet_payment set cancel_wanted = true, next_look_at = ? where payment_id = ?"
                        + " and state in ('ASKED', 'WAITING')",
                now,
                paymentId);
    }

    void noteLook(UUID paymentId, Instant now) {
        sql.update("update wallet_payment set looked_at = ? where payment_id = ?", now, paymentId);
    }

    /** Takes what is due to be asked about, and puts its next turn off: one server asks at a time. */
    List<WalletRow> claim(int most, Instant now) {
        UUID claim = UUID.randomUUID();
        int taken = sql.update(
                "update wallet_payment set claim_id = ?, looks = looks + 1,"
                        + " next_look_at = timestampadd(second, least(?, ? * pow(2, least(looks, 10))), ?)"
                        + " where state in ('ASKED', 'WAITING') and next_look_at <= ?"
                        + " order by next_look_at, payment_id limit ?",
                claim,
                WalletTurns.LONGEST_WAIT.toSeconds(),
                WalletTurns.FIRST_LOOK.toSeconds(),
                now,
                now,
                most);
        return taken == 0 ? List.of() : sql.query(ROW + " where claim_id = ?", WalletPayments::rowOf, claim);
    }

    /** Tells which sale took a payment. The sale's word is the first: a second sale of the same payment changes nothing. */
    boolean noteSold(UUID paymentId, UUID transactionId, int tenderNumber) {
        return sql.update(
                        "update wallet_payment set transaction_id = ?, tender_number = ? where payment_id = ?"
                                + " and transaction_id is null",
                        transactionId,
                        tenderNumber,
                        paymentId)
                == 1;
    }

    private static WalletRow rowOf(Row row) throws SQLException {
        return new WalletRow(
                row.uuid(1),
                row.text(2),
                row.text(3),
                WalletKind.valueOf(row.text(4)),
                row.text(5),
                row.number(6),
                row.textOrNull(7),
                WalletState.valueOf(row.text(8)),
                row.textOrNull(9),
                row.textOrNull(10),
                row.numberOrNull(11),
                row.textOrNull(12),
                row.number(13),
                row.truth(14),
                row.instant(15),
                row.instant(16),
                (int) row.number(17));
    }
}
