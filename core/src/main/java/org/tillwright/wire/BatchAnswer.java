package org.tillwright.wire;

import java.util.List;
import org.tillwright.wire.json.Limit;

/**
 * The answers to a batch.
 *
 * @param answers one for each record of the batch, in its order; after the first that is to be sent again, all are
 */
public record BatchAnswer(@Limit(RecordBatch.MAX_RECORDS) List<RecordAnswer> answers) {

    public BatchAnswer {
        answers = List.copyOf(answers);
    }
}
