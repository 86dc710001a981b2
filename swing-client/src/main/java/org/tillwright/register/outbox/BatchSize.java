package org.tillwright.register.outbox;

import java.time.Duration;
import org.tillwright.wire.RecordBatch;

/**
 * How many records go in one request: as many as a batch holds while that works, fewer after trouble, one by one to a server that
 * has no batches. Sender's thread only.
 */
final class BatchSize {

    /** Up to so many waiting records go one by one: a register that keeps up sends each sale by itself. */
    static final int FEW = 2;

    /** After which a server that had no batches may have them: it was brought up to date without the line being lost. */
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    /** Of one size, before a larger one: a proxy that takes no large requests is not asked with each of them. */
    private static final int SUCCESSES_TO_GROW = 8;

    private int successes;
    private int most = RecordBatch.MAX_RECORDS;
    private long singlyUpTo;
    private long singlyUntilNanos;
    private boolean isSinglyByTime;

    /**
     * How many may go together.
     *
     * @return 1 for one by one
     */
    int most(long nanos) {
        if (isSinglyByTime && nanos - singlyUntilNanos >= 0) {
            isSinglyByTime = false;
        }
        return isSinglyByTime ? 1 : most;
    }

    /** Whether a record may only go by itself, because a batch that it was in could not be read. */
    boolean isSingly(long sequence) {
        return sequence <= singlyUpTo;
    }

    /** A request of the size that counts now was taken; after some of them, larger ones are tried again. */
    void worked() {
        successes++;
        if (successes >= SUCCESSES_TO_GROW) {
            successes = 0;
            most = Math.min(RecordBatch.MAX_RECORDS, most * 2);
        }
    }

    void halve() {
        successes = 0;
        most = Math.max(1, most / 2);
    }

    /** A batch up to this number could not be read; each of its records goes by itself, and is judged by itself. */
    void unreadable(long upTo) {
        singlyUpTo = upTo;
    }

    /** The server has no batches. */
    void unknown(long nanos) {
        isSinglyByTime = true;
        singlyUntilNanos = nanos + ASK_AGAIN.toNanos();
    }

    /** The line was lost and is back: it may be another server, or a newer one. */
    void reconnected() {
        isSinglyByTime = false;
    }
}
