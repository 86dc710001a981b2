package org.tillwright.server.settlement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a till took by a card or a phone, or gave back to one.
 *
 * @param code the card's authorization code, or the gateway's number of a phone's payment
 * @param isMatched whether a payout line has it already
 */
record TakenTender(
        UUID transactionId,
        int number,
        boolean isWallet,
        LocalDate day,
        String currency,
        long amountMinor,
        @Nullable String code,
        @Nullable String terminalId,
        @Nullable String trace,
        boolean isMatched) {}
