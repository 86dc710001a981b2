package org.tillwright.server.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a delivery is tried again: soon at first, then ever later, and not all at the same moment. */
final class Retry {

    /** After this long since the first attempt nobody waits for the receipt any more. */
    static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** A fifth to either side. */
    private static final int JITTER_PERCENT = 20;

    private Retry() {}

    /** Returns the wait after so many attempts, the first of them 1. */
    static Duration waitAfter(int attempts, RandomGenerator random) {
        int doublings = Math.min(Math.max(attempts - 1, 0), 10);
        Duration plain = FIRST_WAIT.multipliedBy(1L << doublings);
        Duration bounded = plain.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : plain;
        int percent = 100 - JITTER_PERCENT + random.nextInt(2 * JITTER_PERCENT + 1);
        return bounded.multipliedBy(percent).dividedBy(100);
    }
}
