package org.tillwright.register.outbox;

import java.time.Duration;
import java.util.Optional;
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

    public OutboxSender(Outbox outbox, SalesServer server, OutboxWatch watch, Backoff backoff) {
        this.outbox = outbox;
        this.server = server;
        this.watch = watch;
        this.backoff = backoff;
    }

    /** Sends at most one record. */
    public Cycle turn() {
        try {
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
        } else {
            outbox.delivered(record.sequence());
        }
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
