package org.tillwright.server.devices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is not over.
 *
 * @param kind the device's setting, or {@code host}
 * @param mailedAt when somebody was written to; null while nobody was
 */
public record AlertSummary(
        UUID alertId,
        String storeId,
        String storeName,
        String workstationId,
        String workstationName,
        String kind,
        AlertKind what,
        Instant beganAt,
        @Nullable Instant mailedAt) {}
