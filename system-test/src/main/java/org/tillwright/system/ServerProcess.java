package org.tillwright.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.json.WireJson;

/** The store server with its own database, running as a program of its own in a directory of its own. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;
    private static final String READY = "Tillwright answers at ";

    private final Process process;
    private final URI address;
    private final Path firstStartFile;

    private ServerProcess(Process process, URI address, Path firstStartFile) {
        this.process = process;
        this.address = address;
        this.firstStartFile = firstStartFile;
    }

    /** Starts the server with the demo store on a free port and waits until it is ready to sell. */
    public static ServerProcess startDemo(Path root, Path directory) throws IOException {
        return startDemo(root, directory, freePort());
    }

    /**
     * Starts the server with the demo store and waits until it is ready to sell.
     *
     * @param root directory of the project, built
     * @param directory the server's data; what is there from an earlier start is kept
     * @throws IOException if it does not become ready; the message says where its log is
     */
    public static ServerProcess startDemo(Path root, Path directory, int port) throws IOException {
        return start(root, directory, port, Map.of("TILLWRIGHT_DEMO", "true"));
    }

    /** Starts the server with what else is set, on a free port, and waits until it is ready to sell. */
    static ServerProcess start(Path root, Path directory, Map<String, String> settings) throws IOException {
        return start(root, directory, freePort(), settings);
    }

    /**
     * Starts the server and waits until it is ready to sell.
     *
     * @param root directory of the project, built
     * @param directory the server's data; what is there from an earlier start is kept
     * @param settings environment variables beside those that say where it lives
     * @throws IOException if it does not become ready; the message says where its log is
     */
    public static ServerProcess start(Path root, Path directory, int port, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(directory);
        Path log = directory.resolve("server.log");
        Path firstStart = directory.resolve("first-start.json");
        Path boot = root.resolve("boot/target");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                boot.resolve("tillwright-boot-0.1.0.jar") + ":" + boot.resolve("lib") + "/*",
                "org.tillwright.boot.Main",
                "serve");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of(
                        "TILLWRIGHT_DATA", directory.toString(),
                        "TILLWRIGHT_HTTP_PORT", Integer.toString(port),
                        "TILLWRIGHT_FIRST_START_FILE", firstStart.toString()));
        builder.environment().putAll(settings);
        URI address = URI.create("http://127.0.0.1:" + port);
        ServerProcess server = new ServerProcess(builder.start(), address, firstStart);
        server.awaitReady(log);
        return server;
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** Returns the PINs and enrolment codes that the server made at its first start. */
    public FirstStart firstStart() throws IOException {
        return WireJson.read(Files.readAllBytes(firstStartFile), FirstStart.class);
    }

    /** Ends the server and everything it started at once, as a pulled plug would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops the server in order. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    /** Returns a port on the loopback address that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server says on its standard output when it is ready; anything before that is how far it is. */
    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (!Files.readString(log).contains(READY)) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    process.destroy();
                    throw new IOException("The server did not become ready; " + log + " says why.");
                }
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the server", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
