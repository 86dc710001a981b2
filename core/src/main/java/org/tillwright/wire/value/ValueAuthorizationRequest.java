package org.tillwright.wire.value;

import java.util.UUID;
import org.tillwright.wire.json.Limit;

/**
 * A register wants an amount set aside that a customer pays with. The same id again gets the same answer.
 *
 * @param authorizationId made by the register
 * @param transactionId the sale that it is for
 */
public record ValueAuthorizationRequest(
        UUID authorizationId,
        @Limit(20) String kind,
        @Limit(60) String number,
        @Limit(3) String currency,
        Long amountMinor,
        UUID transactionId) {}
