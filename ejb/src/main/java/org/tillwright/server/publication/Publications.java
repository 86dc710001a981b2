package org.tillwright.server.publication;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.tillwright.server.platform.Sql;

/** The table of publication numbers. */
@Dependent
class Publications {

    @Inject
    Sql sql;

    /** Locks the newest number and inserts the one after it. */
    long next(String reason, Instant now) {
        long next = lock() + 1;
        sql.update("insert into publication (number, published_at, reason) values (?, ?, ?)", next, now, reason);
        return next;
    }

    /**
     * Locks publishing and returns the newest number. The lock is on the oldest row, which is always there: several who
     * lock the newest one also lock the gap behind it, and then none of them can insert there.
     */
    long lock() {
        sql.first("select number from publication where number = 0 for update", row -> row.number(1));
        return sql.first("select number from publication order by number desc limit 1 for update", row -> row.number(1))
                .orElse(0L);
    }

    /** A number that is not here may have been given out by a server that was lost; it means nothing now. */
    boolean isKnown(long number) {
        return sql.first("select 1 from publication where number = ?", row -> row.number(1), number)
                .isPresent();
    }

    long latest() {
        return sql.first("select coalesce(max(number), 0) from publication", row -> row.number(1))
                .orElse(0L);
    }
}
