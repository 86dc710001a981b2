package org.tillwright.boot.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something that ends by itself is started again: often enough for bad luck, not for a broken disk. */
final class Restarts {

    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Deque<Instant> taken = new ArrayDeque<>();

    Restarts(Clock clock) {
        this.clock = clock;
    }

    /** Returns false when there were too many in the last while. */
    boolean takeOne() {
        Instant now = clock.instant();
        while (!taken.isEmpty() && taken.getFirst().isBefore(now.minus(WITHIN))) {
            taken.removeFirst();
        }
        if (taken.size() == MOST) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
