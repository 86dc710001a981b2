package org.tillwright.server.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that somebody wants, for a list.
 *
 * @param state WAITING, SENT or GIVEN_UP
 * @param address shortened: who looks after deliveries need not know it
 * @param nextAt when it is tried next, for one that waits
 * @param lastDetail what came of the last attempt; null before the first
 * @param transactionNumber of the receipt, such as till-01 / 17; null while the sale has not arrived
 */
public record DeliveryRow(
        UUID requestId,
        UUID transactionId,
        @Nullable String transactionNumber,
        String channel,
        String address,
        Instant requestedAt,
        String state,
        int attempts,
        Instant nextAt,
        @Nullable Instant settledAt,
        @Nullable String lastDetail) {

    public boolean isWaiting() {
        return state.equals("WAITING");
    }

    public boolean isSent() {
        return state.equals("SENT");
    }

    public boolean isGivenUp() {
        return state.equals("GIVEN_UP");
    }
}
