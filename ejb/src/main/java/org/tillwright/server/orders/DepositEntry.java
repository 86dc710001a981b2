package org.tillwright.server.orders;

import java.util.UUID;

/**
 * One change of what is owed for deposits.
 *
 * @param sourceId the transaction, or the cancellation
 * @param number within its source, from 1
 * @param reference the order's id, as the register told it
 * @param amountMinor positive when it was paid, negative when it was given back, used or kept
 */
record DepositEntry(UUID sourceId, int number, String reference, Kind kind, String currency, long amountMinor) {

    enum Kind {
        /** Paid on a layaway. */
        DEPOSIT,
        /** Given back. */
        REFUND,
        /** Counted for the goods. */
        REDEEMED,
        /** The goods came back, or what happened to the deposit was undone. */
        RESTORED,
        /** Left to the shop when the layaway was cancelled. */
        KEPT
    }
}
