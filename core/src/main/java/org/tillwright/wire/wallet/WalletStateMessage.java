package org.tillwright.wire.wallet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * How a wallet payment or refund stands.
 *
 * @param state WAITING, PAID, DECLINED, NOT_KNOWN (it never arrived, and never will) or UNCLEAR (money may have moved)
 * @param amountMinor what moved when it is PAID, else what was asked for; null when it is not known
 * @param code what the customer scans; of WAITING only, and null where there is nothing to scan
 * @param reference the gateway's own number; of PAID only
 * @param reason REFUSED, CANCELLED, TIMED_OUT or NOT_READY; of DECLINED only
 */
public record WalletStateMessage(
        UUID paymentId,
        @Limit(10) String state,
        @Nullable Long amountMinor,
        @Nullable @Limit(3) String currency,
        @Nullable @Limit(400) String code,
        @Nullable @Limit(60) String reference,
        @Nullable @Limit(20) String reason) {}
