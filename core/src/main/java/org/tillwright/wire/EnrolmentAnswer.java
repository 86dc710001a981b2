package org.tillwright.wire;

import java.time.Instant;

/**
 * Who the register now is.
 *
 * @param nextSequence number its next journal record must have: 1 for a new workstation
 * @param serverTime for the register to see how far its own clock is off
 */
public record EnrolmentAnswer(
        String workstationId,
        String workstationName,
        String storeId,
        String storeName,
        Long nextSequence,
        Instant serverTime) {}
