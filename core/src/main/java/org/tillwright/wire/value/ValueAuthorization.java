package org.tillwright.wire.value;

import java.util.UUID;

/**
 * An amount is set aside until the sale arrives, or the register gives it up.
 *
 * @param availableMinor what can still be paid with after it
 */
public record ValueAuthorization(UUID authorizationId, Long amountMinor, Long availableMinor) {}
