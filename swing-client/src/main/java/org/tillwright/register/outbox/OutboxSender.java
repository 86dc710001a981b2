package org.tillwright.register.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.SalesServer.Answer;
import org.tillwright.register.outbox.SalesServer.Unreachable;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordBatch;

/**
 * Tells the server about records, in order: one at a time while few wait, in batches when many do. A turn either does one piece of
 * work or says that it should rest, so no turn is unbounded and a test can turn the crank by hand.
 */
public final class OutboxSender {

    /** How long to rest when nothing waits; a new record ends the rest. */
    public static final Duration IDLE_PAUSE = Duration.ofMinutes(1);

    /** Of the records in a batch: quoted within it, a record is at most twice as long, and each has a seal beside it. */
    private static final long MOST_BYTES = RecordBatch.MAX_BYTES / 2 - 512L * RecordBatch.MAX_RECORDS;

    private static final int TOO_LARGE = 413;
    private static final int SERVER_FAILED = 500;

    /** The request was on its way, and what became of it is not known; a smaller one may come through. */
    private static final Set<String> LOST_ON_THE_WAY = Set.of("server.no-answer", "server.broken-off");

    private final Outbox outbox;
    private final SalesServer server;
    private final OutboxWatch watch;
    private final Backoff backoff;
    private final Reconciler reconciler;
    private final LongSupplier nanos;
    private final BatchSize batch = new BatchSize();
    private final HeldBack heldBack = new HeldBack();
    private boolean isOffline;
    private @Nullable Duration asked;
    private volatile long notBefore;

    public OutboxSender(Outbox outbox, SalesServer server, OutboxWatch watch, Backoff backoff) {
        this(outbox, server, watch, backoff, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime} */
    OutboxSender(Outbox outbox, SalesServer server, OutboxWatch watch, Backoff backoff, LongSupplier nanos) {
        this.outbox = outbox;
        this.server = server;
        this.watch = watch;
        this.backoff = backoff;
        this.reconciler = new Reconciler(outbox, server);
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
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

    /** A person wants it tried now, whatever pause the server asked for. Any thread may tell, and then wakes the sender's. */
    public void hurry() {
        notBefore = nanos.getAsLong();
    }

    /** Sends one record or one batch; before it, once, lets wait again what a restored server lacks. */
    public Cycle turn() {
        try {
            if (reconciler.isDue()) {
                SalesServer.StateAnswer answer = reconciler.turn();
                return answer instanceof Unreachable unreachable ? offline(unreachable) : online();
            }
            List<StoredRecord> next = next();
            return next.isEmpty() ? Cycle.IDLE : send(next);
        } catch (JournalException e) {
            watch.lost(e.notice());
            return Cycle.OFFLINE;
        }
    }

    /** Turns once unless the server asked to be left alone, and returns how long to rest before the next turn. */
    public Duration turnAndRest() {
        long left = notBefore - nanos.getAsLong();
        if (left > 0) {
            return Duration.ofNanos(left);
        }
        return switch (turn()) {
            case WORKED -> Duration.ZERO;
            case IDLE -> heldBack.untilNext(nanos.getAsLong(), IDLE_PAUSE);
            case OFFLINE -> pause();
        };
    }

    private Duration pause() {
        Duration wanted = asked;
        if (wanted == null) {
            return backoff.next();
        }
        asked = null;
        Duration pause = backoff.next(wanted);
        notBefore = nanos.getAsLong() + pause.toNanos(); // a new sale ends a rest, and must not end this one
        return pause;
    }

    private List<StoredRecord> next() throws JournalException {
        long now = nanos.getAsLong();
        int most = Math.max(batch.most(now), 1);
        List<StoredRecord> next = outbox.next(most, MOST_BYTES, heldBack.passedOver(now));
        if (next.isEmpty() && heldBack.isTryingAnother()) {
            heldBack.otherFailed();
            next = outbox.next(most, MOST_BYTES, heldBack.passedOver(now));
        }
        return next;
    }

    private Cycle send(List<StoredRecord> records) throws JournalException {
        long first = records.get(0).sequence();
        boolean isSingle = records.size() <= BatchSize.FEW
                || batch.isSingly(first)
                || heldBack.isSuspected(first)
                || heldBack.isTryingAnother();
        if (isSingle) {
            StoredRecord record = records.get(0);
            return settle(List.of(record), List.of(server.put(record.sequence(), record.body(), record.sealLine())));
        }
        List<StoredRecord> clean = records.stream()
                .takeWhile(record -> !heldBack.isSuspected(record.sequence()))
                .toList();
        SalesServer.BatchReply reply = server.send(clean);
        if (reply instanceof SalesServer.EachAnswered each) {
            return settle(clean, each.answers());
        }
        return notTaken(clean, (Unreachable) reply);
    }

    /** Keeps what was said of each record up to the first that was not taken. */
    private Cycle settle(List<StoredRecord> records, List<Answer> answers) throws JournalException {
        List<Long> delivered = new ArrayList<>();
        Map<Long, Problem> refused = new TreeMap<>();
        UUID epoch = null;
        Unreachable stop = null;
        int settled = 0;
        for (Answer answer : answers) {
            long sequence = records.get(settled).sequence();
            if (answer instanceof SalesServer.Accepted accepted) {
                delivered.add(sequence);
                epoch = accepted.acceptance().epoch();
            } else if (answer instanceof SalesServer.Refused no) {
                refused.put(sequence, no.problem());
            } else {
                stop = (Unreachable) answer;
                break;
            }
            settled++;
        }
        if (settled == 0 && stop != null) {
            return failed(records.get(0).sequence(), records.size() > 1, stop);
        }
        outbox.settle(delivered, refused);
        records.subList(0, settled).forEach(record -> heldBack.answered(record.sequence()));
        reconciler.saw(epoch);
        if (stop == null) {
            batch.worked();
        }
        return online();
    }

    /** A batch as a whole was not taken; what it was not taken for is found out with less of it. */
    private Cycle notTaken(List<StoredRecord> records, Unreachable no) {
        switch (no.status()) {
            case 403, 404, 405, 501 -> batch.unknown(nanos.getAsLong());
            case 400, 409, 415, 422 ->
                batch.unreadable(records.get(records.size() - 1).sequence());
            case TOO_LARGE -> batch.halve();
            default -> {
                return failed(records.get(0).sequence(), true, no);
            }
        }
        isOffline = false;
        return Cycle.WORKED; // tried otherwise at once; what is wrong with the line is told by the record itself
    }

    private Cycle failed(long sequence, boolean isBatch, Unreachable no) {
        boolean isOfSize = no.status() >= SERVER_FAILED
                || no.status() == TOO_LARGE
                || (no.status() != 0 && no.status() < 300) // an answer to a batch that nobody understands
                || LOST_ON_THE_WAY.contains(no.reason().key());
        if (isBatch && isOfSize) {
            batch.halve();
        }
        boolean isOfRecord = no.status() >= SERVER_FAILED || no.status() == TOO_LARGE;
        if (isOfRecord && heldBack.failed(sequence, nanos.getAsLong())) {
            tellHeldBack();
            return Cycle.WORKED; // the others are not held up
        }
        if (!isOfRecord && heldBack.isTryingAnother()) {
            heldBack.otherFailed();
        }
        return offline(no);
    }

    private void tellHeldBack() {
        watch.heldBack(
                heldBack.oldest().isEmpty()
                        ? null
                        : Notice.of(
                                "outbox.held-back",
                                Long.toString(heldBack.oldest().getAsLong())));
    }

    private Cycle online() {
        if (isOffline) {
            isOffline = false;
            batch.reconnected();
        }
        backoff.reset();
        tellHeldBack();
        watch.reached();
        return Cycle.WORKED;
    }

    private Cycle offline(Unreachable why) {
        isOffline = true;
        asked = why.retryAfter();
        watch.lost(why.reason());
        return Cycle.OFFLINE;
    }

    /** What a turn came to. */
    public enum Cycle {
        WORKED,
        IDLE,
        OFFLINE
    }
}
