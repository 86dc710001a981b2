package org.tillwright.wire;

import java.util.List;
import org.tillwright.wire.json.Limit;

/**
 * Records of one register in one request, in the order of their numbers; each gets an answer of its own.
 *
 * @param records ascending; at least one
 */
public record RecordBatch(@Limit(MAX_RECORDS) List<SealedRecord> records) {

    public static final int MAX_RECORDS = 100;

    /** Bytes of a batch as it travels; a register ends one before it. A single record that is larger travels alone. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    public RecordBatch {
        records = List.copyOf(records);
    }
}
