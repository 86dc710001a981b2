package org.tillwright.web.seeded;

import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** One wrong class for each rule of the doors. Only the tests of the rules look at them. */
public final class SeededViolations {

    private SeededViolations() {}

    /** An address by another name, in another place. */
    @Path("seeded")
    public static class Addresses {}

    /** A door with a way round the services. */
    public static class OwnDatabase {

        public static boolean isOpen(Connection connection) throws SQLException {
            return !connection.isClosed();
        }
    }

    /** A cent lost between two whole numbers. */
    public static class Fraction {

        public static long half(long minor) {
            return (long) (minor * 0.5);
        }
    }

    /** A class that breaks no rule. */
    public static class Innocent {

        public static long twice(long minor) {
            return 2 * minor;
        }
    }
}
