package org.tillwright.register.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One thread that turns a crank, and rests as long as each turn says. Tests turn the crank by hand and need no thread.
 */
public final class DutyThread implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DutyThread.class.getName());

    /** Long enough that the log tells each failure and is not flooded by one. */
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(30);

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final Thread thread;
    private final Object bell = new Object();
    private boolean rung;
    private boolean closed;

    /**
     * @param turn does one piece of work and returns how long to rest after it
     */
    public DutyThread(String name, Supplier<Duration> turn) {
        this.thread = new Thread(() -> run(turn), name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends the rest: there is work. */
    public void wake() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    /** Lets this be the last turn, without waiting for its end. */
    public void stop() {
        synchronized (bell) {
            closed = true;
            bell.notifyAll();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Supplier<Duration> turn) {
        try {
            while (!isClosed()) {
                rest(turned(turn));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bug in one turn must not end all turns: sales would wait in the outbox, and nobody would be told. */
    private Duration turned(Supplier<Duration> turn) {
        try {
            return turn.get();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, thread.getName() + " failed and tries again in " + AFTER_A_BUG.toSeconds() + " s", e);
            return AFTER_A_BUG;
        }
    }

    private boolean isClosed() {
        synchronized (bell) {
            return closed;
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        synchronized (bell) {
            long leftMillis = pause.toMillis();
            while (!rung && !closed && leftMillis > 0) {
                bell.wait(leftMillis);
                leftMillis = (until - System.nanoTime()) / 1_000_000;
            }
            rung = false;
        }
    }
}
