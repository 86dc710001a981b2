package org.tillwright.server.settlement;

import java.util.List;
import org.tillwright.wire.json.Fault;

/**
 * What a file holds.
 *
 * @param faults everything that is wrong with it; then nothing of it is taken
 */
record PayoutRead(Format format, List<PayoutLine> lines, List<Fault> faults) {

    /** How a file is written. */
    enum Format {
        CSV,
        CAMT
    }

    /** More faults help nobody. */
    static final int MOST_FAULTS = 50;

    PayoutRead {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }
}
