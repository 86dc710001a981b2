package org.tillwright.report.seeded;

import java.sql.Connection;
import java.time.Instant;

/** One sin each, for the tests of the rules. */
public final class SeededViolations {

    private SeededViolations() {}

    /** Breaks nothing. */
    public record Innocent(long minor) {}

    /** A report that reads tables by itself. */
    public record ReadsTables(Connection connection) {}

    /** An amount with a fraction. */
    public record Fraction(double amount) {}

    /** A report with a clock of its own. */
    public static final class OwnWatch {

        public Instant madeAt() {
            return Instant.now();
        }
    }
}
