package org.tillwright.register.sale;

import java.lang.System.Logger;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.wire.json.MalformedMessageException;

/**
 * Keeps drafts in the journal, on a lane of its own: the disk is slower than a scanner. When changes come faster than the
 * disk takes them, the states in between are skipped.
 */
public final class DraftLane implements DraftKeeper {

    private static final Logger LOG = System.getLogger(DraftLane.class.getName());
    private static final Draft NONE = new Draft(new UUID(0, 0), () -> new byte[0]);

    private final Journal journal;
    private final Executor lane;
    private final AtomicReference<@Nullable Draft> next = new AtomicReference<>();

    /**
     * @param lane runs one task after the other
     */
    public DraftLane(Journal journal, Executor lane) {
        this.journal = journal;
        this.lane = lane;
    }

    @Override
    public void keep(UUID transactionId, Supplier<byte[]> draft) {
        hand(new Draft(transactionId, draft));
    }

    @Override
    public void drop() {
        hand(NONE);
    }

    private void hand(Draft draft) {
        if (next.getAndSet(draft) == null) {
            lane.execute(this::write);
        }
    }

    private void write() {
        Draft draft = next.getAndSet(null);
        if (draft == null) {
            return;
        }
        try {
            if (draft.equals(NONE)) {
                journal.drafts().drop();
            } else {
                journal.drafts().save(draft.transactionId(), draft.bytes().get());
            }
        } catch (JournalException e) {
            // The sale goes on: a draft is a convenience, and the append that follows it tells the operator.
            LOG.log(Logger.Level.WARNING, "the draft of the sale was not kept: " + e.getMessage());
        } catch (MalformedMessageException e) {
            // The draft of before stays: it can be read, and it has the payments of then.
            LOG.log(Logger.Level.WARNING, "the draft of the sale holds too much: " + e.getMessage());
        }
    }

    private record Draft(UUID transactionId, Supplier<byte[]> bytes) {}
}
