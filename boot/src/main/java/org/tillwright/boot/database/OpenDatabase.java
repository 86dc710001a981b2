package org.tillwright.boot.database;

import java.nio.file.Path;
import java.util.Optional;
import org.tillwright.boot.platform.Children;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.boot.settings.ServerSettings;

/**
 * The database that the settings name, for a command: the external one, the embedded one of the server that runs now, or the
 * embedded one started for as long as the command takes.
 */
public final class OpenDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final boolean isEmbedded;
    private final Path programs;
    private final Runnable end;

    private OpenDatabase(DatabaseAddress address, boolean isEmbedded, Path programs, Runnable end) {
        this.address = address;
        this.isEmbedded = isEmbedded;
        this.programs = programs;
        this.end = end;
    }

    /** Opens it, whether a server uses it now or not. */
    public static OpenDatabase of(ServerSettings settings, Progress progress) throws StartException {
        Path programs = settings.data().resolve("db");
        if (settings.externalDatabase().isPresent()) {
            return new OpenDatabase(settings.externalDatabase().get(), false, programs, () -> {});
        }
        Optional<DatabaseAddress> running = EmbeddedDatabase.running(settings.data());
        return running.isPresent()
                ? new OpenDatabase(running.get(), true, programs, () -> {})
                : alone(settings, progress);
    }

    /**
     * Opens it while no server may use it, when it is the one that the caller has in mind.
     *
     * @param name "embedded", or the external database's own name
     */
    public static OpenDatabase toRestoreInto(ServerSettings settings, String name, Progress progress)
            throws StartException {
        String named =
                settings.externalDatabase().map(DatabaseAddress::database).orElse("embedded");
        if (!named.equals(name)) {
            throw new StartException("The settings name the database \"" + named + "\" and not \"" + name
                    + "\"; say --into " + named + ", or change TILLWRIGHT_DB_URL.");
        }
        return alone(settings, progress);
    }

    /** For the embedded one the directory's lock sees to it that no server uses it. */
    private static OpenDatabase alone(ServerSettings settings, Progress progress) throws StartException {
        Path programs = settings.data().resolve("db");
        return settings.externalDatabase().isPresent()
                ? new OpenDatabase(settings.externalDatabase().get(), false, programs, () -> {})
                : embedded(settings.data(), programs, settings.databasePort(), progress);
    }

    /** Makes an empty database for a moment in a directory of its own, which is the caller's to delete. */
    public static OpenDatabase scratch(Path place, Path programs, Progress progress) throws StartException {
        return embedded(place, programs, 0, progress);
    }

    private static OpenDatabase embedded(Path place, Path programs, int port, Progress progress) throws StartException {
        DataDirectory directory = DataDirectory.take(place);
        var children = new Children();
        Runtime.getRuntime().addShutdownHook(new Thread(children::close, "stop"));
        boolean isStarted = false;
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(directory, programs, port, children, progress);
            isStarted = true;
            return new OpenDatabase(database.address(), true, programs, () -> {
                children.close();
                directory.close();
            });
        } finally {
            if (!isStarted) {
                children.close();
                directory.close();
            }
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Whether it is the one that comes with the product. */
    boolean isEmbedded() {
        return isEmbedded;
    }

    /** Where MariaDB's own programs are unpacked, once. */
    Path programs() {
        return programs;
    }

    @Override
    public void close() {
        end.run();
    }
}
