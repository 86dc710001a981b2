package org.tillwright.server.stores;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workstation and what the server knows of the register there.
 *
 * @param enrolledAt when the present register enrolled; null when there is none, or its place was taken away
 * @param retiredAt when it went out of use; null while it is in use
 * @param heardAt when a register there was last heard from, to the minute; null when none ever was
 * @param highestSequence of the records accepted from there; 0 before the first
 * @param snapshotNumber of the snapshot the register had when it last asked; null when it never did
 * @param codeUntil until when an enrolment code for it is open; null when none is
 */
public record WorkstationState(
        String workstationId,
        String storeId,
        String storeName,
        String name,
        @Nullable Instant enrolledAt,
        @Nullable Instant retiredAt,
        @Nullable Instant heardAt,
        long highestSequence,
        @Nullable Long snapshotNumber,
        @Nullable Instant codeUntil)
        implements Serializable {

    public boolean isEnrolled() {
        return enrolledAt != null;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }
}
