package org.tillwright.server.value;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueKind;

/** Amounts that are set aside, and how that ended. Insert only. */
@Dependent
class ValueHolds {

    /** An amount that was set aside. */
    record Hold(ValueKey key, long amountMinor, long availableMinor, UUID transactionId, String workstationId) {}

    /** A hold that nobody captured in time. */
    record Forgotten(UUID authorizationId, long amountMinor) {}

    enum Cause {
        CAPTURED,
        RELEASED,
        EXPIRED
    }

    private static final String COLUMNS =
            "select kind, number, currency, amount_minor, available_minor, transaction_id,"
                    + " workstation_id from value_hold where authorization_id = ?";

    private static final String FORGOTTEN = " from value_hold h left join value_hold_end x"
            + " on x.authorization_id = h.authorization_id where h.kind = ? and h.number = ? and h.currency = ?"
            + " and h.held_at < ? and x.authorization_id is null";

    @Inject
    Sql sql;

    Optional<Hold> find(UUID authorizationId) {
        return find(authorizationId, "");
    }

    /** The same, and waits for whoever is just writing it. */
    Optional<Hold> findCommitted(UUID authorizationId) {
        return find(authorizationId, " lock in share mode");
    }

    private Optional<Hold> find(UUID authorizationId, String suffix) {
        return sql.first(
                COLUMNS + suffix,
                row -> new Hold(
                        new ValueKey(ValueKind.valueOf(row.text(1)), row.text(2), row.text(3)),
                        row.number(4),
                        row.number(5),
                        row.uuid(6),
                        row.text(7)),
                authorizationId);
    }

    void add(ValueAuthorizationRequest request, ValueKey key, long availableMinor, String workstationId, Instant now) {
        sql.update(
                "insert into value_hold (authorization_id, kind, number, currency, amount_minor, available_minor,"
                        + " transaction_id, workstation_id, held_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                request.authorizationId(),
                key.kind(),
                key.number(),
                key.currency(),
                request.amountMinor(),
                availableMinor,
                request.transactionId(),
                workstationId,
                now);
    }

    /** Ends a hold, whether it is there or still to come. False if it has an end already. */
    boolean end(UUID authorizationId, Cause cause, String workstationId, Instant now) {
        return sql.update(
                        "insert ignore into value_hold_end (authorization_id, cause, workstation_id, ended_at)"
                                + " values (?, ?, ?, ?)",
                        authorizationId,
                        cause,
                        workstationId,
                        now)
                == 1;
    }

    /** Returns how a hold ended, and waits for whoever is just ending it. */
    Optional<Cause> endOf(UUID authorizationId) {
        return sql.first(
                "select cause from value_hold_end where authorization_id = ? lock in share mode",
                row -> Cause.valueOf(row.text(1)),
                authorizationId);
    }

    /** Returns the holds of an account from before a moment that have no end. */
    List<Forgotten> forgotten(ValueKey key, Instant before) {
        return sql.query(
                "select h.authorization_id, h.amount_minor" + FORGOTTEN,
                row -> new Forgotten(row.uuid(1), row.number(2)),
                key.kind(),
                key.number(),
                key.currency(),
                before);
    }
}
