package org.tillwright.register.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Knows how long nobody has touched the register. Event thread only. */
public final class IdleWatch {

    private final Clock clock;
    private Instant touched;

    public IdleWatch(Clock clock) {
        this.clock = clock;
        this.touched = clock.instant();
    }

    /** Somebody keyed, tapped or scanned. */
    public void touched() {
        touched = clock.instant();
    }

    /** True if nobody has for so long; never for a patience of zero. A clock that was set back begins anew. */
    public boolean isIdle(Duration patience) {
        Duration idle = Duration.between(touched, clock.instant());
        if (idle.isNegative()) {
            touched();
            return false;
        }
        return !patience.isZero() && idle.compareTo(patience) >= 0;
    }
}
