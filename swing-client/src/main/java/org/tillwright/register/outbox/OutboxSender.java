package org.tillwright.register.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.text.Notice;

/**
 * Tells the server about records, one at a time and in order. A turn either does one piece of work or says that it should
 * rest, so no turn is unbounded and a test can turn the crank by hand.
 */
public final class OutboxSender {

    /** How long to rest when nothing waits; a new record ends the rest. */
    public static final Duration IDLE_PAUSE = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final SalesServer server;
    private final OutboxWatch watch;
    private final Backoff backoff;
    private final Reconciler reconciler;

    public OutboxSender(Outbox outbox, SalesServer server, OutboxWatch watch, Backoff backoff) {
        this.outbox = outbox;
        this.server = server;
        this.watch = watch;
        this.backoff = backoff;
        this.reconciler = new Reconciler(outbox, server);
    }

    /** An answer of the server named this epoch, or none. Any thread may tell; the next turn does what is to be done. */
    public void sawEpoch(@Nullable UUID epoch) {
        try {
            reconciler.saw(epoch);
        } catch (JournalException e) {
            watch.lost(e.notice());
        }
    }

    /** The server went back in time without naming another epoch: the next turn asks what it has. */
    public void suspectLoss() {
        reconciler.suspect();
    }

    /** Sends at most one record; before it, once, lets wait again what a restored server lacks. */
    public Cycle turn() {
        try {
            if (reconciler.isDue()) {
                SalesServer.StateAnswer answer = reconciler.turn();
                return answer instanceof SalesServer.Unreachable unreachable ? offline(unreachable.reason()) : online();
            }
            Optional<StoredRecord> oldest = outbox.oldest();
            return oldest.isEmpty() ? Cycle.IDLE : send(oldest.get());
        } catch (JournalException e) {
            return offline(e.notice());
        }
    }

    /** Turns once, and returns how long to rest before the next turn. */
    public Duration turnAndRest() {
        return switch (turn()) {
            case WORKED -> Duration.ZERO;
            case IDLE -> IDLE_PAUSE;
            case OFFLINE -> backoff.next();
        };
    }

    private Cycle send(StoredRecord record) throws JournalException {
        SalesServer.Answer answer = server.put(record.sequence(), record.body());
        if (answer instanceof SalesServer.Unreachable unreachable) {
            return offline(unreachable.reason()); // not a fault: the record is safe, and the next turn tries again
        }
        if (answer instanceof SalesServer.Refused refused) {
            outbox.quarantine(record.sequence(), refused.problem());
        } else if (answer instanceof SalesServer.Accepted accepted) {
            outbox.delivered(record.sequence());
            reconciler.saw(accepted.acceptance().epoch());
        }
        return online();
    }

    private Cycle online() {
        backoff.reset();
        watch.reached();
        return Cycle.WORKED;
    }

    private Cycle offline(Notice why) {
        watch.lost(why);
        return Cycle.OFFLINE;
    }

    /** What a turn came to. */
    public enum Cycle {
        WORKED,
        IDLE,
        OFFLINE
    }
}
