package org.tillwright.register.device.host;

import java.time.Duration;

/**
 * For how long nothing was heard of a host. Time in which the register itself stood still, with the machine asleep or its memory
 * swapped out, is no silence of the host's: nobody was there to hear it. Hearing may happen on any thread, asking on one.
 */
final class Silence {

    private final Duration askedEvery;
    private volatile long heardNanos;
    private long askedNanos;
    /** What is heard later than this counts; before it, the register stood still. */
    private long excusedNanos;

    /** @param askedEvery how often {@link #asked} is called when all is well; one that comes twice as late was held up */
    Silence(Duration askedEvery, long nowNanos) {
        this.askedEvery = askedEvery;
        heardNanos = nowNanos;
        askedNanos = nowNanos;
        excusedNanos = nowNanos;
    }

    void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    /** How long it has been silent while somebody listened. */
    Duration asked(long nowNanos) {
        long pause = nowNanos - askedNanos;
        askedNanos = nowNanos;
        long since = laterOf(heardNanos, excusedNanos);
        if (pause > 2 * askedEvery.toNanos()) {
            since += pause - askedEvery.toNanos();
            since = nowNanos - since < 0 ? nowNanos : since;
            excusedNanos = since;
        }
        return Duration.ofNanos(nowNanos - since);
    }

    /** How long nothing was heard, whatever the reason. */
    Duration since(long nowNanos) {
        return Duration.ofNanos(nowNanos - heardNanos);
    }

    /** Such times may overflow, so only their difference tells. */
    private static long laterOf(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
