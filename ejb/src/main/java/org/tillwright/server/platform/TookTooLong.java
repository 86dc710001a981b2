package org.tillwright.server.platform;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** A query that may take only so long took longer, and the database ended it. Who asked narrows the question. */
@ApplicationException(rollback = true)
public class TookTooLong extends RuntimeException {

    TookTooLong(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
