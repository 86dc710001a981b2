package org.tillwright.server.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;

/** Lets a server make a few reports at once: each holds all its rows and pages in memory until it is done. */
@ApplicationScoped
class ReportDesk {

    /** Reports that one server makes at once. */
    static final int MAX_AT_ONCE = 4;

    private final Semaphore places = new Semaphore(MAX_AT_ONCE);

    /**
     * Does the work when there is a place for it. Nobody waits in line: who waits holds a transaction and a thread.
     *
     * @throws Refused with {@code TOO_BUSY} when all places are taken
     */
    <T> T make(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Refused(
                    ProblemCode.TOO_BUSY,
                    "This server is making " + MAX_AT_ONCE + " reports already; ask again in a minute.",
                    Refused.Wording.of("reports.refusal.busy", MAX_AT_ONCE));
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
