package org.tillwright.register.journal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One record as it is on disk.
 *
 * @param body the exact bytes that are sent: the JSON of a {@link org.tillwright.wire.JournalRecord}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the record; equals and hashCode look into them
public record StoredRecord(long sequence, String kind, byte[] body, Instant madeAt) {

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRecord record
                && sequence == record.sequence
                && kind.equals(record.kind)
                && madeAt.equals(record.madeAt)
                && Arrays.equals(body, record.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, kind, madeAt) * 31 + Arrays.hashCode(body);
    }
}
