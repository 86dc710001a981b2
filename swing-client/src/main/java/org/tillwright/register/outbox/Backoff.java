package org.tillwright.register.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: longer each time, up to a cap, and never in step with the other registers, which
 * all lost the server at the same moment.
 */
public final class Backoff {

    public static final Duration FIRST = Duration.ofMillis(500);
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private Duration next = FIRST;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Returns the pause before the next try: between half of its length and all of it. */
    public Duration next() {
        long halfMillis = next.toMillis() / 2;
        Duration pause = Duration.ofMillis(halfMillis + random.nextLong(halfMillis + 1));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }

    /** It worked: the next failure begins anew. */
    public void reset() {
        next = FIRST;
    }
}
