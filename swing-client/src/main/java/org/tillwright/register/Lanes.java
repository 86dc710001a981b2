package org.tillwright.register;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads that do one thing after the other, and do not keep the program alive. */
final class Lanes {

    private static final Logger LOG = System.getLogger(Lanes.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Lanes() {}

    static ExecutorService named(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets the last draft reach the disk. */
    static void finish(ExecutorService lane) {
        lane.shutdown();
        try {
            if (!lane.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Logger.Level.WARNING, "the last draft did not reach the disk in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
