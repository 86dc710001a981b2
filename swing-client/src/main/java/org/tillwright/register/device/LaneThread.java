package org.tillwright.register.device;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread with a bounded queue: jobs run one after the other, in the order they came. */
final class LaneThread {

    /** Jobs that may wait. A printer that is this far behind is jammed, and more paper would be wrong anyway. */
    static final int QUEUE_CAPACITY = 32;

    private final ThreadPoolExecutor executor;

    LaneThread(String name) {
        executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(QUEUE_CAPACITY), job -> daemon(job, name));
    }

    private static Thread daemon(Runnable job, String name) {
        Thread thread = new Thread(job, "lane " + name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes a job, or returns false when the queue is full or the lane is closed. Never waits. */
    boolean offer(Runnable job) {
        try {
            executor.execute(job);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    boolean isClosed() {
        return executor.isShutdown();
    }

    /** Takes no more jobs; those waiting still run. Never waits. */
    void finish() {
        executor.shutdown();
    }

    /** Waits for the waiting jobs until a moment of {@link System#nanoTime()}, then drops the rest. */
    void awaitUntil(long deadlineNanos) {
        try {
            if (!executor.awaitTermination(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
