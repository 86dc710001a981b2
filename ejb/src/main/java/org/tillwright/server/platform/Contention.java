package org.tillwright.server.platform;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/**
 * Two transactions wanted the same row at once and this one lost: a deadlock, or a key that was taken meanwhile. Rolled
 * back; the same work in a new transaction sees what the winner wrote.
 */
@ApplicationException(rollback = true)
public class Contention extends RuntimeException {

    Contention(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
