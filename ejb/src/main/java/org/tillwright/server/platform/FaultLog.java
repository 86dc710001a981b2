package org.tillwright.server.platform;

import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.sql.DatabaseTrouble;

/**
 * Notes a failure once, under a reference that the person who met it can read out. The facts stand in brackets before the
 * message: any log shows them, and one in JSON makes them members.
 */
public final class FaultLog {

    private static final System.Logger LOG = System.getLogger(FaultLog.class.getName());

    /** Without letters and digits that are mistaken for others when read out. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 4;
    private static final String NO_CONNECTION = "Error in allocating a connection";

    private FaultLog() {}

    /**
     * Notes an unexpected failure.
     *
     * @param caller who met it, such as {@code workstation=till-01}; null when nobody is known
     * @return the reference, such as 7F3K-9QXA
     */
    public static String note(Throwable fault, @Nullable String caller) {
        String reference = reference();
        LOG.log(System.Logger.Level.ERROR, facts(reference, caller) + "Unexpected fault", fault);
        return reference;
    }

    /** Notes that the database was away: one line, since the trace of each of a thousand callers tells no more. */
    public static String noteDatabaseAway(@Nullable String caller) {
        String reference = reference();
        LOG.log(System.Logger.Level.WARNING, "{0}", facts(reference, caller) + "The database does not answer");
        return reference;
    }

    /** Whether a failure comes from a database that is away or frozen, at whatever depth. */
    public static boolean isDatabaseAway(Throwable fault) {
        return DatabaseTrouble.in(fault)
                .filter(trouble -> DatabaseTrouble.isAway(trouble) || isWithoutConnection(trouble))
                .isPresent();
    }

    /** The container's pool hides what the driver said when it cannot get a connection. */
    private static boolean isWithoutConnection(SQLException trouble) {
        return String.valueOf(trouble.getMessage()).startsWith(NO_CONNECTION);
    }

    private static String facts(String reference, @Nullable String caller) {
        return Stream.of("reference=" + reference, caller == null ? "" : caller.replaceAll("[^\\w=.-]", "_"))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" ", "[", "] "));
    }

    private static String reference() {
        String signs = ThreadLocalRandom.current()
                .ints(2L * GROUP, 0, SIGNS.length())
                .mapToObj(sign -> SIGNS.substring(sign, sign + 1))
                .collect(Collectors.joining());
        return (signs.substring(0, GROUP) + "-" + signs.substring(GROUP)).toUpperCase(Locale.ROOT);
    }
}
