package org.tillwright.boot.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tillwright.boot.platform.Children;
import org.tillwright.boot.platform.DataDirectory;
import org.tillwright.boot.platform.FileTrees;
import org.tillwright.boot.platform.LogFile;
import org.tillwright.boot.platform.Processes;
import org.tillwright.boot.platform.Progress;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.boot.settings.ServerSettings;

/** The store server: Payara Micro with the application, in a JVM of its own. */
final class StoreServer {

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration APPLICATION_PATIENCE = Duration.ofSeconds(20);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration ARCHIVE_PATIENCE = Duration.ofMinutes(1);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);

    private final Process process;
    private final Listeners listeners;
    private final Path log;

    private StoreServer(Process process, Listeners listeners, Path log) {
        this.process = process;
        this.listeners = listeners;
        this.log = log;
    }

    /**
     * Starts the server and waits until it is ready for registers.
     *
     * @param children takes the server's process, and ends it when it is closed
     */
    static StoreServer start(
            DataDirectory directory,
            ServerSettings settings,
            DatabaseAddress database,
            Children children,
            Progress progress)
            throws StartException {
        Path folder = directory.payara();
        try {
            LogFile log = LogFile.begin(directory.logs(), "unpacking.log");
            DataDirectory.createPrivate(folder);
            endLeftBehind(folder, progress);
            PayaraHome home = PayaraHome.prepare(folder, log, progress);
            Listeners listeners = Listeners.choose(settings.network());
            boolean isFirst = !Files.exists(home.archive());
            progress.tell("Starting the server ...");
            Process process = new ServerCommand(directory, settings, database, home, listeners).start();
            children.add(process.toHandle(), STOP_PATIENCE);
            FileTrees.writePrivate(folder.resolve("server.pid"), process.pid() + "\n");
            FileTrees.writePrivate(folder.resolve("server.address"), listeners.own() + "\n");
            var server = new StoreServer(process, listeners, ServerCommand.log(directory));
            server.awaitReady(home.upFile());
            if (isFirst) {
                server.keepClasses(home.archive(), progress);
            }
            return server;
        } catch (IOException e) {
            throw new StartException("The server did not start: " + e.getMessage() + ".", e);
        }
    }

    /** Where registers and browsers find it. */
    URI address() {
        return listeners.told();
    }

    /** Where the server that holds the data directory answers this machine; empty when none does. */
    static Optional<URI> running(Path data) throws StartException {
        Path file = data.resolve("payara").resolve("server.address");
        try {
            return DataDirectory.isTaken(data) && Files.isRegularFile(file)
                    ? Optional.of(URI.create(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StartException("The server in " + data + " cannot be found: " + e.getMessage() + ".", e);
        }
    }

    Path log() {
        return log;
    }

    /** Completes when the server has ended, by itself or because it was told to. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    private static void endLeftBehind(Path folder, Progress progress) throws IOException {
        Optional<ProcessHandle> left = Processes.leftBehind(folder.resolve("server.pid"), folder.toString());
        if (left.isPresent()) {
            progress.tell("Ending the server of a start that was killed ...");
            Processes.end(left.get(), STOP_PATIENCE);
        }
    }

    /**
     * Ready means that the readiness checks pass and that the door for registers answers. Once Payara is up that is a matter
     * of a moment, or the application did not start.
     */
    private void awaitReady(Path upFile) throws IOException, StartException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        boolean isUp = false;
        while (!answers("health/ready") || !answers("api/v1/")) {
            if (!isUp && Files.exists(upFile)) {
                isUp = true;
                deadline = System.nanoTime() + APPLICATION_PATIENCE.toNanos();
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new StartException(
                        "The server did not start. " + LogFile.lastCause(log) + "Its log is " + log + ".");
            }
            Processes.pause();
        }
    }

    private boolean answers(String path) {
        try {
            var connection =
                    (HttpURLConnection) listeners.own().resolve(path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) ANSWER_PATIENCE.toMillis());
            connection.setReadTimeout((int) ANSWER_PATIENCE.toMillis());
            boolean isAnswer = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return isAnswer;
        } catch (IOException e) {
            return false; // it is still starting
        }
    }

    /** Pauses the server for a few seconds, which is why it is done before anybody is told the address. */
    private void keepClasses(Path archive, Progress progress) throws IOException {
        progress.tell("Keeping loaded classes, so that later starts are fast (once) ...");
        OutputStream toServer = process.getOutputStream();
        toServer.write((ServerEntry.ARCHIVE + archive + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
        long deadline = System.nanoTime() + ARCHIVE_PATIENCE.toNanos();
        while (!Files.exists(archive) && process.isAlive() && System.nanoTime() < deadline) {
            Processes.pause();
        }
    }
}
