package org.tillwright.server.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a payout file, read and checked.
 *
 * @param number in the file, from 1, its heading counted
 * @param grossMinor what the customer paid; negative when money went back
 * @param feeMinor what the acquirer kept of it
 * @param happenedOn day of the payment, as the acquirer has it
 * @param paidOn day of the payout; null where the file does not say
 */
record PayoutLine(
        int number,
        PayoutKind kind,
        String currency,
        long grossMinor,
        long feeMinor,
        @Nullable String terminalId,
        @Nullable String authorizationCode,
        @Nullable String trace,
        @Nullable String reference,
        @Nullable String scheme,
        LocalDate happenedOn,
        @Nullable String payoutReference,
        @Nullable LocalDate paidOn) {

    long netMinor() {
        return Math.subtractExact(grossMinor, feeMinor);
    }

    /** True where a customer paid or was paid back, so that a till has a tender of it. */
    boolean isPayment() {
        return kind == PayoutKind.PAYMENT || kind == PayoutKind.REFUND;
    }
}
