package org.tillwright.register;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Brings what a reader read to the event thread, and no more than a person can cause: a reader that sends without end must
 * not bury the screen. Called on the reader's thread.
 */
final class WaitingReads {

    /** Reads that may wait for the event thread. */
    static final int MOST = 64;

    private final Semaphore free = new Semaphore(MOST);
    private final AtomicBoolean isTold = new AtomicBoolean();
    private final Executor events;
    private final Consumer<String> read;
    private final Runnable tooMany;

    /** @param tooMany told once on the event thread when reads are dropped, and again after all that waited were handled */
    WaitingReads(Executor events, Consumer<String> read, Runnable tooMany) {
        this.events = events;
        this.read = read;
        this.tooMany = tooMany;
    }

    void put(String text) {
        if (free.tryAcquire()) {
            events.execute(() -> handle(text));
        } else if (!isTold.getAndSet(true)) {
            events.execute(tooMany);
        }
    }

    private void handle(String text) {
        try {
            read.accept(text);
        } finally {
            free.release();
            if (free.availablePermits() == MOST) {
                isTold.set(false);
            }
        }
    }
}
