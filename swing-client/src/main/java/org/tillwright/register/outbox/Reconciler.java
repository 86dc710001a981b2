package org.tillwright.register.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.wire.JournalState;

/**
 * Finds out when the server has forgotten what it was told, and lets the register tell it again. A server says with its
 * answers which life of its database they are of; after a restore it is another one. Also asked once after each start,
 * for a database that someone put back by hand.
 */
final class Reconciler {

    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    private final Outbox outbox;
    private final SalesServer server;
    private boolean isDue = true;
    private @Nullable UUID seen;
    private @Nullable UUID unwilling;

    Reconciler(Outbox outbox, SalesServer server) {
        this.outbox = outbox;
        this.server = server;
    }

    /** The server answered and named its epoch, or none if it is too old to have one. Any thread may tell. */
    synchronized void saw(@Nullable UUID epoch) throws JournalException {
        if (epoch != null && !epoch.equals(unwilling)) {
            seen = epoch;
            isDue |= isNews(epoch);
        }
    }

    /** Something suggests that the server went back in time without saying so. */
    synchronized void suspect() {
        isDue = true;
    }

    synchronized boolean isDue() {
        return isDue && outbox.hasServer();
    }

    /**
     * Asks what the server has, and puts back into the outbox what it lacks.
     *
     * @return the server's answer; nothing was done if it told nothing
     */
    SalesServer.StateAnswer turn() throws JournalException {
        UUID asked = begin();
        SalesServer.StateAnswer answer = server.state();
        if (answer instanceof SalesServer.Told told) {
            reconcile(told.state());
            end();
        } else if (answer instanceof SalesServer.Refused no) {
            LOG.log(
                    Level.WARNING,
                    "the server does not tell what it has: " + no.problem().detail());
            giveUp(asked);
        }
        return answer;
    }

    private void reconcile(JournalState state) throws JournalException {
        boolean isRestored = outbox.serverEpoch()
                .filter(known -> !known.equals(state.epoch()))
                .isPresent();
        long putBack = outbox.reconcile(state);
        if (isRestored || putBack > 0) {
            LOG.log(
                    Level.INFO,
                    "the server {0}; it has records up to {1}, and {2} are sent again",
                    isRestored ? "was restored" : "lacks records",
                    Long.toString(state.highestSequence()),
                    Long.toString(putBack));
        }
    }

    private boolean isNews(UUID epoch) throws JournalException {
        return !outbox.serverEpoch().equals(Optional.of(epoch));
    }

    /** What is seen from now on may be newer than the answer. */
    private synchronized @Nullable UUID begin() {
        UUID last = seen;
        seen = null;
        return last;
    }

    private synchronized void end() throws JournalException {
        UUID last = seen;
        isDue = last != null && isNews(last);
    }

    /** Sales must go on to a server that does not answer this; it is asked again after a start, or in its next life. */
    private synchronized void giveUp(@Nullable UUID asked) {
        unwilling = asked;
        isDue = false;
    }
}
