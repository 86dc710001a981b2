package org.tillwright.register.journal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record as it is on disk.
 *
 * @param body the exact bytes that are sent: the JSON of a {@link org.tillwright.wire.JournalRecord}
 * @param sealLine the line of its {@link org.tillwright.wire.seal.RecordSeal}; null for one that has none
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the record; equals and hashCode look into them
public record StoredRecord(long sequence, String kind, byte[] body, Instant madeAt, @Nullable String sealLine) {

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRecord record
                && sequence == record.sequence
                && kind.equals(record.kind)
                && madeAt.equals(record.madeAt)
                && Objects.equals(sealLine, record.sealLine)
                && Arrays.equals(body, record.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, kind, madeAt, sealLine) * 31 + Arrays.hashCode(body);
    }
}
