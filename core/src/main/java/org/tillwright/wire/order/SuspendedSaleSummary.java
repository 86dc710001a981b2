package org.tillwright.wire.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A parked cart as a list shows it.
 *
 * @param code digits on its slip
 * @param claimId the sale that the asking register itself took it for, and of which nothing arrived yet; null while it is free
 */
public record SuspendedSaleSummary(
        UUID suspendedSaleId,
        @Limit(20) String code,
        @Limit(40) String workstationId,
        @Limit(120) String workstationName,
        @Limit(120) String operatorName,
        Instant suspendedAt,
        Instant expiresAt,
        @Limit(3) String currency,
        Long totalMinor,
        Long lineCount,
        @Nullable @Limit(60) String label,
        @Limit(3) List<String> firstItems,
        @Nullable UUID claimId) {}
