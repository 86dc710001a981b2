package org.tillwright.server.journal;

import org.tillwright.wire.JournalState;

/** A journal with short words for records that are not sealed. */
public final class TestJournal extends JournalService {

    /** Takes a record as a register sends it that is one release older. */
    public AcceptedRecord accept(String workstationId, long sequence, byte[] bytes) {
        return accept(workstationId, sequence, null, bytes);
    }

    JournalState state(String workstationId) {
        return state(workstationId, null);
    }
}
