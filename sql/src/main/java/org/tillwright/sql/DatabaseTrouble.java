package org.tillwright.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what a database's refusal means to whoever set it up. */
public final class DatabaseTrouble {

    private static final int DISK_FULL = 1021;
    private static final int NO_RIGHTS_ON_DATABASE = 1044;
    private static final int WRONG_PASSWORD = 1045;
    private static final int NO_SUCH_DATABASE = 1049;
    private static final int TABLE_FULL = 1114;
    private static final int NO_RIGHTS_ON_TABLE = 1142;
    private static final int NO_RIGHTS = 1227;
    private static final String CONNECTION = "08";

    private DatabaseTrouble() {}

    /** One sentence that names the cause and what to do. */
    public static String sentence(SQLException trouble) {
        if (isAway(trouble)) {
            return "The database does not answer; start it, or correct TILLWRIGHT_DB_URL.";
        }
        return switch (trouble.getErrorCode()) {
            case WRONG_PASSWORD ->
                "The database refuses this account or its password; correct TILLWRIGHT_DB_USER and"
                        + " TILLWRIGHT_DB_PASSWORD.";
            case NO_SUCH_DATABASE ->
                "The database server answers, but has no database of this name; make it there with CREATE DATABASE,"
                        + " or correct TILLWRIGHT_DB_URL.";
            case NO_RIGHTS_ON_DATABASE ->
                "The account has no rights on this database, or the database is not there; grant them, or correct"
                        + " TILLWRIGHT_DB_URL.";
            case NO_RIGHTS_ON_TABLE, NO_RIGHTS ->
                "The account may not do this; run ./pos db migrate with an account that may change tables, or grant the"
                        + " rights that docs/operations.md lists.";
            case DISK_FULL, TABLE_FULL -> "The database's disk is full; make room there and start again.";
            default -> "The database says: \"" + said(trouble) + "\"";
        };
    }

    /** Whether this means that the database is not there or does not answer, now; the same work later may do. */
    public static boolean isAway(SQLException trouble) {
        String state = trouble.getSQLState();
        return state != null && state.startsWith(CONNECTION) && trouble.getErrorCode() != WRONG_PASSWORD;
    }

    /** Returns the database's own refusal among the causes of an exception. */
    public static Optional<SQLException> in(Throwable trouble) {
        SQLException found = null;
        for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
                found = sql;
            } else if (cause instanceof SQLException sql && found == null) {
                found = sql;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Without the driver's number of the connection. */
    private static String said(SQLException trouble) {
        return String.valueOf(trouble.getMessage())
                .replaceFirst("^\\(conn=\\d+\\) ", "")
                .strip();
    }
}
