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

    /** Like {@link #offer(Runnable, Runnable)}, for a job that nobody misses. */
    boolean offer(Runnable job) {
        return offer(job, () -> {});
    }

    /**
     * Takes a job, or returns false when the queue is full or the lane is closed. Never waits.
     *
     * @param dropped called in the job's place if it still waits when the lane is given up
     */
    boolean offer(Runnable job, Runnable dropped) {
        try {
            executor.execute(new Waiting(job, dropped));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Whether no job runs or waits. */
    boolean isIdle() {
        return executor.getActiveCount() == 0 && executor.getQueue().isEmpty();
    }

    boolean isClosed() {
        return executor.isShutdown();
    }

    /** Takes no more jobs; those waiting still run. Never waits. */
    void finish() {
        executor.shutdown();
    }

    /** Waits for the waiting jobs until a moment of {@link System#nanoTime()}, then drops the rest and says so of each. */
    void awaitUntil(long deadlineNanos) {
        try {
            if (!executor.awaitTermination(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                drop();
            }
        } catch (InterruptedException e) {
            drop();
            Thread.currentThread().interrupt();
        }
    }

    private void drop() {
        for (Runnable left : executor.shutdownNow()) {
            if (left instanceof Waiting waiting) {
                waiting.dropped.run();
            }
        }
    }

    /** A job that has not begun. */
    private record Waiting(Runnable job, Runnable dropped) implements Runnable {

        @Override
        public void run() {
            job.run();
        }
    }
}
