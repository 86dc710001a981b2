package org.tillwright.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.tillwright.wire.json.Limit;

/** A till was opened with a float. */
public record TillOpenedMessage(
        UUID tillSessionId,
        @Limit(40) String storeId,
        @Limit(40) String operatorId,
        LocalDate businessDay,
        Instant openedAt,
        @Limit(3) String currency,
        Long floatMinor) {}
