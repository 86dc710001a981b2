package org.tillwright.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * The register signs with another key from this record on, which is the first that the new one sealed.
 *
 * @param oldKeyId the key that sealed the record before, as seals name it; null when none was sealed
 * @param newPublicKey Base64 of its X.509 form, as at the enrolment
 * @param reason name of a {@link Reason}
 */
public record KeyChangedMessage(
        @Limit(40) String storeId,
        @Nullable @Limit(16) String oldKeyId,
        @Limit(16) String newKeyId,
        @Limit(400) String newPublicKey,
        @Limit(40) String reason,
        Instant changedAt) {

    /** Why. */
    public enum Reason {
        /** Somebody wanted a new one. */
        RENEWED,
        /** The journal had been copied or put back; the register was enrolled anew. */
        COPIED,
        /** The old one was lost with the disk or its keystore. */
        LOST;

        /** Finds a reason by its name on the wire, or null when this program is too old to know it. */
        public static @Nullable Reason find(String name) {
            for (Reason reason : values()) {
                if (reason.name().equals(name)) {
                    return reason;
                }
            }
            return null;
        }
    }
}
