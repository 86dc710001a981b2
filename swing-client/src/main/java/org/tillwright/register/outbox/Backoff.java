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

    /** However long a server asks to be left alone. */
    public static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

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

    /** The same after a server asked for a pause: not before it, up to a cap, and a little later, because it asked all alike. */
    public Duration next(Duration asked) {
        Duration own = next();
        Duration least = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return own.compareTo(least) > 0 ? own : least.plusMillis(random.nextLong(least.toMillis() / 4 + 1));
    }

    /** It worked: the next failure begins anew. */
    public void reset() {
        next = FIRST;
    }
}
