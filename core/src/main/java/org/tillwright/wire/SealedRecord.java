package org.tillwright.wire;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.seal.RecordSeal;

/**
 * A journal record as a member of a batch.
 *
 * @param seal the line of its {@link RecordSeal}; null for a record from before records were sealed
 * @param record its exact text, whose UTF-8 bytes are the record
 */
public record SealedRecord(
        Long sequence, @Nullable @Limit(RecordSeal.MAX_TEXT) String seal, @Limit(MAX_RECORD) String record) {

    /** Characters of a record: its payload, quoted once more, and what stands around it. */
    public static final int MAX_RECORD = 2 * JournalRecord.MAX_PAYLOAD + 10_000;
}
