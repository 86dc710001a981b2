package org.tillwright.register.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.Quarantined;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.JournalState;
import org.tillwright.wire.Problem;

/** The records that the server has not answered for, oldest first, and those it refused for good. */
public final class Outbox {

    private final Journal journal;

    public Outbox(Journal journal) {
        this.journal = journal;
    }

    /** The oldest that are not passed over, at most so many and so many bytes; the first whatever its size. */
    public List<StoredRecord> next(int most, long mostBytes, Set<Long> passedOver) throws JournalException {
        return journal.waiting().next(most, mostBytes, passedOver);
    }

    /** Keeps what the server said, in one commit: these it has, and those it will never take. */
    public void settle(Collection<Long> delivered, Map<Long, Problem> refused) throws JournalException {
        journal.waiting().settle(delivered, refused);
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

    public List<Quarantined> quarantined() throws JournalException {
        return journal.quarantined();
    }
}
