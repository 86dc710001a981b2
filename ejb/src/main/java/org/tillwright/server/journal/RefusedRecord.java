package org.tillwright.server.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;

/**
 * A record that a register sent and the server refused for good: what was wrong with it, and whether that still matters.
 *
 * @param sequence as the address said; the record itself may not be readable
 * @param contentHash SHA-256 in hex of all its bytes
 * @param contentLength bytes that came; not all of them need be kept
 * @param code of the newest refusal, as the register was told
 * @param settledAt when a record of this number was accepted afterwards; null while none was
 * @param settledBySameBytes true when that was this very record
 * @param look what a person made of it; null while nobody looked
 */
public record RefusedRecord(
        long refusedRecordId,
        String workstationId,
        String workstationName,
        long sequence,
        String contentHash,
        long contentLength,
        String code,
        String detail,
        List<Fault> faults,
        Instant firstRefusedAt,
        Instant lastRefusedAt,
        long refusals,
        @Nullable Instant settledAt,
        boolean settledBySameBytes,
        @Nullable Look look) {

    public RefusedRecord {
        faults = List.copyOf(faults);
    }

    /** Who looked at it, when, and what they noted. */
    public record Look(String operatorId, String operatorName, Instant lookedAt, String note) {}

    /** True while it is neither in the books after all nor looked at by a person. */
    public boolean isOpen() {
        return settledAt == null && look == null;
    }
}
