package org.tillwright.server.settlement;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a person settled.
 *
 * @param wasOpen why it had been open
 * @param reason what the person made of it
 * @param transactionId of the tender that a line was matched with by hand; null where there is none
 * @param differenceMinor what the line had more than that tender; null where there is none
 */
public record ResolvedAmount(
        String kind,
        String id,
        LocalDate day,
        String currency,
        long amountMinor,
        OpenReason wasOpen,
        Resolution reason,
        String note,
        String operatorName,
        Instant resolvedAt,
        @Nullable UUID transactionId,
        @Nullable Long differenceMinor)
        implements Serializable {}
