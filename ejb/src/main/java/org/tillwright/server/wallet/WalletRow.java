package org.tillwright.server.wallet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment or refund, as its row says.
 *
 * @param refundOf the gateway's number of the payment that is paid back; of a refund only
 * @param paidMinor what moved; null before
 * @param reason why no money moved; null unless it is declined
 * @param gatewayVersion of the newest word of the gateway
 */
public record WalletRow(
        UUID paymentId,
        String storeId,
        String workstationId,
        WalletKind kind,
        String currency,
        long amountMinor,
        @Nullable String refundOf,
        WalletState state,
        @Nullable String code,
        @Nullable String reference,
        @Nullable Long paidMinor,
        @Nullable String reason,
        long gatewayVersion,
        boolean cancelWanted,
        Instant askedAt,
        Instant lookedAt,
        int looks) {

    boolean isRefund() {
        return kind == WalletKind.REFUND;
    }
}
