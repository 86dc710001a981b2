package org.tillwright.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * Who the register now is.
 *
 * @param nextSequence number its next journal record must have: 1 for a new workstation
 * @param serverTime for the register to see how far its own clock is off
 * @param lastZ number of the workstation's newest Z report, which the next one goes on from; null when there is none, or
 *     from an older server
 * @param headSequence the workstation's newest sealed record; null when there is none, or from an older server
 * @param head the head of the chain after it, which the register's next record goes on from
 */
public record EnrolmentAnswer(
        String workstationId,
        String workstationName,
        String storeId,
        String storeName,
        Long nextSequence,
        Instant serverTime,
        @Nullable Long lastZ,
        @Nullable Long headSequence,
        @Nullable @Limit(64) String head) {}
