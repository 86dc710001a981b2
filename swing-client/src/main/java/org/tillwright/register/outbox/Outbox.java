package org.tillwright.register.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;

/** The records that the server has not answered for, oldest first, and those it refused for good. */
public final class Outbox {

    private final Journal journal;

    public Outbox(Journal journal) {
        this.journal = journal;
    }

    public Optional<StoredRecord> oldest() throws JournalException {
        return journal.oldestWaiting();
    }

    public void delivered(long sequence) throws JournalException {
        journal.delivered(sequence);
    }

    public void quarantine(long sequence, Problem problem) throws JournalException {
        journal.quarantine(sequence, problem);
    }

    /** Which life of the server's database was told everything that does not wait here. */
    public Optional<UUID> serverEpoch() throws JournalException {
        return journal.resending().serverEpoch();
    }

    /** Lets everything wait again that the server lacks; returns how much that is. */
    public long reconcile(JournalState state) throws JournalException {
        return journal.resending().reconcile(state);
    }

    /** A register that is not enrolled has told nobody anything. */
    public boolean hasServer() {
        return journal.identity().isPresent();
    }

    public long waiting() throws JournalException {
        return journal.waitingCount();
    }

    public long quarantinedCount() throws JournalException {
        return journal.quarantinedCount();
    }

    public List<Journal.Quarantined> quarantined() throws JournalException {
        return journal.quarantined();
    }
}
