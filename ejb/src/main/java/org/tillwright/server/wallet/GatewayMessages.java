package org.tillwright.server.wallet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/** What goes to a gateway and comes from it, as docs/wallet-gateway.md says. */
final class GatewayMessages {

    private GatewayMessages() {}

    /**
     * A payment that is to begin.
     *
     * @param customerCode what the customer showed; absent where the customer is to scan ours
     */
    public record NewPayment(
            UUID paymentId,
            Long amountMinor,
            String currency,
            String storeId,
            String workstationId,
            @Nullable String customerCode) {}

    /** Money that is to go back. */
    public record NewRefund(
            UUID paymentId,
            Long amountMinor,
            String currency,
            String storeId,
            String workstationId,
            String reference) {}

    /** A code that the customer showed for a payment that was begun without one. */
    public record CustomerCode(String customerCode) {}

    /**
     * How a payment or a refund stands.
     *
     * @param version grows with every change of this payment
     * @param state WAITING, PAID or DECLINED
     */
    public record Standing(
            UUID paymentId,
            Long version,
            @Limit(10) String state,
            Long amountMinor,
            @Limit(3) String currency,
            @Nullable @Limit(400) String qr,
            @Nullable @Limit(60) String reference,
            @Nullable @Limit(20) String reason) {}

    /** What a gateway tells by itself. */
    public record Event(@Limit(80) String eventId, Instant happenedAt, Standing payment) {}
}
