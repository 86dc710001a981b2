package org.tillwright.server.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in few at once, where each costs much time or memory, and keeps few waiting: whoever is turned away can come again, and
 * the rest of the server has threads and connections left.
 */
public final class Turns {

    private final Semaphore places;
    private final int mostWaiting;
    private final Duration longestWait;

    public Turns(int atOnce, int mostWaiting, Duration longestWait) {
        this.places = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
    }

    /** Waits for a place. True when there is one, which must be given back; false when too many want one. */
    public boolean take() {
        if (places.getQueueLength() >= mostWaiting) {
            return places.tryAcquire();
        }
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
            return false;
        }
    }

    public void giveBack() {
        places.release();
    }
}
