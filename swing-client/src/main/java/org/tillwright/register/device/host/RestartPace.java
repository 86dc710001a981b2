package org.tillwright.register.device.host;

import java.time.Duration;

/** How often a host may be started: a few times at once, and then no more than the machine bears. Used by one thread. */
final class RestartPace {

    /** Starts that may follow each other without a pause. */
    static final int BURST = 5;

    /** After that, one start in this time: a driver that crashes at once must not keep the machine busy. */
    static final Duration ONE_MORE_EVERY = Duration.ofSeconds(2);

    /** A host that lived for so long does not crash at once, so the next may be started without a pause. */
    static final Duration GOOD_LIFE = Duration.ofSeconds(5);

    private int left = BURST;
    private long refilledNanos;

    /** How long to wait before the next start. */
    Duration pause(long nowNanos) {
        refill(nowNanos);
        return left > 0 ? Duration.ZERO : ONE_MORE_EVERY.minusNanos(nowNanos - refilledNanos);
    }

    /** A host has ended. */
    void ended(Duration age) {
        if (age.compareTo(GOOD_LIFE) >= 0) {
            left = BURST;
        }
    }

    void started(long nowNanos) {
        refill(nowNanos);
        left--;
    }

    private void refill(long nowNanos) {
        if (left >= BURST) {
            refilledNanos = nowNanos;
        }
        while (left < BURST && nowNanos - refilledNanos >= ONE_MORE_EVERY.toNanos()) {
            left++;
            refilledNanos += ONE_MORE_EVERY.toNanos();
        }
    }
}
