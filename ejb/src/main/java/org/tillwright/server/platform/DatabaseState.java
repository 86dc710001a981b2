package org.tillwright.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What the watch saw of the database last. This is no EJB, because health checks are answered from the moment that the
 * application's classes are known: a call to an EJB in that moment makes the container create its singletons before it runs
 * their start, and the migration is then never run.
 */
@ApplicationScoped
public class DatabaseState {

    private static final System.Logger LOG = System.getLogger(DatabaseState.class.getName());

    private static final Duration STALE = Duration.ofSeconds(15);

    @Inject
    Clock clock;

    private volatile boolean isAnswering;
    private volatile String outage = "";
    private volatile Instant lookedAt = Instant.EPOCH;

    /** Keeps what the watch saw now, and notes in the log when that has changed. */
    void saw(boolean answers) {
        if (!answers && isAnswering) {
            outage = FaultLog.noteDatabaseAway(null);
        } else if (answers && !isAnswering && hasBeenAsked()) {
            LOG.log(System.Logger.Level.INFO, "[reference=" + outage + "] The database answers again");
        }
        isAnswering = answers;
        lookedAt = clock.instant();
    }

    /** Whether anybody has looked yet: the first look comes right after the migration. */
    boolean hasBeenAsked() {
        return !lookedAt.equals(Instant.EPOCH);
    }

    /** Whether work that needs the database is in vain now. A look that is old proves nothing, so it counts as away. */
    public boolean isAway() {
        return !isAnswering || Duration.between(lookedAt, clock.instant()).compareTo(STALE) > 0;
    }

    /** Under which the log has when the database went away: one for all who are refused meanwhile, so the log stays short. */
    public String outage() {
        return outage;
    }
}
