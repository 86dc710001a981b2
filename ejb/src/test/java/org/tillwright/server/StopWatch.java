package org.tillwright.server;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** Prints how long something takes, in the middle and at worst but for one in twenty. */
public final class StopWatch {

    private static final System.Logger LOG = System.getLogger(StopWatch.class.getName());

    private static final int ROUNDS = 40;

    private StopWatch() {}

    /**
     * Does the same work again and again, and logs how long it took.
     *
     * @param work returns how many it found
     */
    public static void measure(String what, LongSupplier work) {
        long[] nanos = new long[ROUNDS];
        long found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            found = work.getAsLong();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        LOG.log(
                System.Logger.Level.INFO,
                what + ": p50 " + nanos[ROUNDS / 2] / 100_000 / 10 + "." + nanos[ROUNDS / 2] / 100_000 % 10
                        + " ms, p95 " + nanos[ROUNDS * 95 / 100] / 1_000_000 + " ms, of " + found);
    }
}
