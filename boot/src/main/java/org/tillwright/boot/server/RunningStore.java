package org.tillwright.boot.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tillwright.boot.database.DatabaseCheck;
import org.tillwright.boot.database.EmbeddedDatabase;
import org.tillwright.boot.platform.Children;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.boot.settings.ServerSettings;
import org.tillwright.sql.SchemaReport;
import org.tillwright.sql.SchemaState;

/**
 * Database and server, started together and stopped together. A database that ends by itself is started again; when the server
 * ends by itself the database is stopped too, so that whoever watches over this program sees it end, and starts it again.
 */
public final class RunningStore implements AutoCloseable {

    private final DataDirectory directory;
    private final Children children;
    private final Optional<EmbeddedDatabase> database;
    private final StoreServer server;
    private final Progress progress;
    private final Restarts restarts = new Restarts(Clock.systemUTC());

    private RunningStore(
            DataDirectory directory,
            Children children,
            Optional<EmbeddedDatabase> database,
            StoreServer server,
            Progress progress) {
        this.directory = directory;
        this.children = children;
        this.database = database;
        this.server = server;
        this.progress = progress;
    }

    /** Starts both and waits until registers can be served. A signal that ends this program ends both, at any moment. */
    public static RunningStore start(ServerSettings settings, Progress progress) throws StartException {
        DataDirectory directory = DataDirectory.take(settings.data());
        var children = new Children();
        Runtime.getRuntime().addShutdownHook(new Thread(children::close, "stop"));
        boolean isStarted = false;
        try {
            Optional<EmbeddedDatabase> database = settings.externalDatabase().isPresent()
                    ? Optional.empty()
                    : Optional.of(EmbeddedDatabase.start(directory, settings.databasePort(), children, progress));
            DatabaseAddress address = settings.externalDatabase()
                    .or(() -> database.map(EmbeddedDatabase::address))
                    .orElseThrow();
            SchemaReport schema = new DatabaseCheck(address).requireUsable();
            if (schema.state() == SchemaState.OLDER) {
                progress.tell("Bringing the schema from " + schema.found() + " to " + schema.wanted()
                        + " with this start ...");
            }
            StoreServer server = StoreServer.start(directory, settings, address, children, progress);
            if (settings.firstStartFile().isEmpty()) {
                FirstStartNotice.showOnce(directory.firstStartFile(), progress);
            }
            isStarted = true;
            return new RunningStore(directory, children, database, server, progress);
        } finally {
            if (!isStarted) {
                children.close();
                directory.close();
            }
        }
    }

    /** Where the server that holds the data directory answers this machine; empty when none does. */
    public static Optional<URI> running(Path data) throws StartException {
        return StoreServer.running(data);
    }

    public URI address() {
        return server.address();
    }

    /**
     * Waits for as long as both run. A database that ends by itself is started again, a few times; the server meanwhile
     * refuses work with "later", and goes on by itself.
     *
     * @throws StartException when the server ended without being told to, or the database too often
     */
    public void awaitEnd() throws StartException {
        CompletableFuture<Process> serverEnd = server.onExit();
        while (true) {
            CompletableFuture<Process> databaseEnd =
                    database.map(EmbeddedDatabase::onExit).orElseGet(CompletableFuture::new);
            CompletableFuture.anyOf(serverEnd, databaseEnd).join();
            if (children.isClosed()) {
                return;
            } else if (serverEnd.isDone() || !restarts.takeOne()) {
                String which = serverEnd.isDone() ? "server" : "database";
                throw new StartException("The " + which + " ended by itself. The logs beside " + server.log()
                        + " say why; start again to go on where it stopped.");
            }
            progress.tell("The database ended by itself; starting it again ...");
            database.orElseThrow().startAgain();
        }
    }

    @Override
    public void close() {
        children.close();
        directory.close();
    }
}
