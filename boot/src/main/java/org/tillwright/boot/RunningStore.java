package org.tillwright.boot;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Database and server, started together and stopped together. When either ends by itself the other is stopped too, so that
 * whoever watches over this program sees it end, and starts it again.
 */
public final class RunningStore implements AutoCloseable {

    private final DataDirectory directory;
    private final Children children;
    private final Optional<EmbeddedDatabase> database;
    private final StoreServer server;

    private RunningStore(
            DataDirectory directory, Children children, Optional<EmbeddedDatabase> database, StoreServer server) {
        this.directory = directory;
        this.children = children;
        this.database = database;
        this.server = server;
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
            StoreServer server = StoreServer.start(directory, settings, address, children, progress);
            if (settings.firstStartFile().isEmpty()) {
                FirstStartNotice.showOnce(directory.firstStartFile(), progress);
            }
            isStarted = true;
            return new RunningStore(directory, children, database, server);
        } finally {
            if (!isStarted) {
                children.close();
                directory.close();
            }
        }
    }

    public URI address() {
        return server.address();
    }

    /**
     * Waits for as long as both run.
     *
     * @throws StartException when one of them ended without being told to
     */
    public void awaitEnd() throws StartException {
        CompletableFuture<Process> serverEnd = server.onExit();
        CompletableFuture<Process> databaseEnd =
                database.map(EmbeddedDatabase::onExit).orElseGet(CompletableFuture::new);
        CompletableFuture.anyOf(serverEnd, databaseEnd).join();
        if (!children.isClosed()) {
            String which = serverEnd.isDone() ? "server" : "database";
            throw new StartException("The " + which + " ended by itself. The logs beside " + server.log()
                    + " say why; start again to go on where it stopped.");
        }
    }

    @Override
    public void close() {
        children.close();
        directory.close();
    }
}
