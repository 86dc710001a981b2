package org.tillwright.server.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What others may know of a sale without its lines. */
public record TransactionSummary(
        UUID transactionId,
        String storeId,
        String workstationId,
        long sequence,
        UUID tillSessionId,
        LocalDate businessDay,
        Instant acceptedAt,
        String currency,
        long netMinor,
        long taxMinor,
        long totalMinor,
        long lineCount) {}
