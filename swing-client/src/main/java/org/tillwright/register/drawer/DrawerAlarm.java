package org.tillwright.register.drawer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a drawer has stood open for too long, and when to say so again. Rings once the named time has passed, and
 * then each time it passes again, until the drawer is shut. Called from one thread.
 */
public final class DrawerAlarm {

    private @Nullable Instant openSince;
    private @Nullable Instant rangAt;

    /** The drawer was seen open. */
    public void open(Instant now) {
        if (openSince == null) {
            openSince = now;
        }
    }

    /**
     * The drawer was seen shut, or nobody can see it any more.
     *
     * @return how long it had been open, if that was rung for; null otherwise
     */
    public @Nullable Duration shut(Instant now) {
        Instant since = openSince;
        boolean wasRung = rangAt != null;
        openSince = null;
        rangAt = null;
        return since == null || !wasRung ? null : Duration.between(since, now);
    }

    /** Somebody has the drawer open on purpose, such as to count it: the time begins anew when they are done. */
    public void excused(Instant now) {
        if (openSince != null) {
            openSince = now;
            rangAt = null;
        }
    }

    /**
     * Time has passed; tells what to do about it.
     *
     * @param mayStandOpen how long the drawer may stand open; zero for one that nobody watches
     */
    public Ring tick(Instant now, Duration mayStandOpen) {
        Instant since = rangAt == null ? openSince : rangAt;
        if (since == null || mayStandOpen.isZero() || now.isBefore(since.plus(mayStandOpen))) {
            return Ring.NOT;
        }
        boolean isFirst = rangAt == null;
        rangAt = now;
        return isFirst ? Ring.FIRST : Ring.AGAIN;
    }

    /** Whether to ring. */
    public enum Ring {
        NOT,
        /** For the first time since it was opened: this is written down. */
        FIRST,
        AGAIN
    }
}
