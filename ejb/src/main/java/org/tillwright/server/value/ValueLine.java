package org.tillwright.server.value;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One entry of the ledger, as a list shows it. */
public record ValueLine(
        UUID sourceId,
        ValueMovement.Event event,
        long changeMinor,
        String storeId,
        String workstationId,
        Instant happenedAt)
        implements Serializable {}
