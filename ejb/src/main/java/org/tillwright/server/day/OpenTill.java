package org.tillwright.server.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A till that is open, and what should be in it.
 *
 * @param cashMinor float and cash taken, less cash given back
 * @param cardMinor what cards paid
 */
public record OpenTill(
        UUID tillSessionId,
        String workstationName,
        String operatorName,
        LocalDate businessDay,
        Instant openedAt,
        String currency,
        long transactionCount,
        long cashMinor,
        long cardMinor) {}
