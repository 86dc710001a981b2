package org.tillwright.server.wallet;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.tillwright.server.platform.Sql;

/** What the gateway told by itself. Insert only, until it is too old to be told again. */
@Dependent
class WalletEvents {

    enum Outcome {
        APPLIED,
        /** Something newer was known already. */
        STALE,
        /** There is no such payment here. */
        UNKNOWN,
        /** The payment had ended otherwise. */
        CONTRADICTS
    }

    @Inject
    Sql sql;

    /** Adds an event once. False if it is here already, or another call is just adding it and wins. */
    boolean add(GatewayMessages.Event event, Instant now) {
        GatewayMessages.Standing told = event.payment();
        return sql.update(
                        "insert ignore into wallet_event (event_id, payment_id, version, state, outcome, happened_at,"
                                + " received_at) values (?, ?, ?, ?, 'UNKNOWN', ?, ?)",
                        event.eventId(),
                        told.paymentId(),
                        told.version(),
                        told.state(),
                        event.happenedAt(),
                        now)
                == 1;
    }

    void settle(String eventId, Outcome outcome) {
        sql.update("update wallet_event set outcome = ? where event_id = ?", outcome, eventId);
    }

    int forget(Instant before, int most) {
        return sql.update("delete from wallet_event where received_at < ? limit ?", before, most);
    }
}
