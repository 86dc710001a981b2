package org.tillwright.wire;

import java.time.Instant;
import java.util.UUID;
import org.tillwright.wire.json.Limit;

/** A sale that the server has in its books, without its lines. */
public record SaleFound(
        UUID transactionId,
        @Limit(40) String workstationId,
        Long sequence,
        Instant acceptedAt,
        @Limit(3) String currency,
        Long totalMinor) {}
