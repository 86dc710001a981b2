package org.tillwright.wire.wallet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A register wants money from a purse, or wants to give some back. The same id again never moves money twice.
 *
 * @param paymentId made by the register; of a refund the refund's own
 * @param kind SHOW (the customer scans a code), SCAN (the customer shows one) or REFUND
 * @param amountMinor above zero, also for money that goes back
 * @param customerCode what the customer showed; of SCAN only
 * @param reference the gateway's number of the payment that is paid back; of REFUND only
 */
public record WalletRequestMessage(
        UUID paymentId,
        @Limit(10) String kind,
        Long amountMinor,
        @Limit(3) String currency,
        @Nullable @Limit(200) String customerCode,
        @Nullable @Limit(60) String reference) {}
