package org.tillwright.server.platform;

import java.sql.SQLException;

/** The database did not do what it was told: it is away, full, or a statement is wrong. Rolls back, being unchecked. */
public final class DatabaseException extends RuntimeException {

    DatabaseException(String sql, SQLException cause) {
        super(cause.getMessage() + " in: " + sql, cause);
    }
}
