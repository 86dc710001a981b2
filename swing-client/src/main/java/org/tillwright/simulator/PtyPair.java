package org.tillwright.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A serial cable without hardware: two pseudo terminals joined by socat. Made once, it can be pulled and put in again
 * under the same names.
 */
public final class PtyPair implements Cable, AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(10);
    private static final Duration END_PATIENCE = Duration.ofSeconds(2);
    /** Lock files carry a port's last name only, so no two ports of one machine may share theirs. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path near;
    private final Path far;
    private @Nullable Process socat;

    private PtyPair(Path directory, String name) {
        String unique = "tty-" + name + "-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        near = directory.resolve(unique + "-register");
        far = directory.resolve(unique + "-device");
    }

    /**
     * Makes a pair of ports.
     *
     * @param directory where the two ports get their names
     * @param name of the device, such as {@code printer}
     */
    public static PtyPair open(Path directory, String name) throws IOException {
        var pair = new PtyPair(directory.toAbsolutePath(), name);
        pair.plugIn();
        return pair;
    }

    /** The register's end. */
    public Path near() {
        return near;
    }

    /** The device's end. */
    public Path far() {
        return far;
    }

    @Override
    public synchronized void plugIn() throws IOException {
        if (socat != null) {
            return;
        }
        Process started = start();
        var joined = new CountDownLatch(1);
        var reader = new Thread(() -> readMessages(started, joined), "socat " + near.getFileName());
        reader.setDaemon(true);
        reader.start();
        try {
            boolean inTime = joined.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime || !started.isAlive() || !Files.exists(near) || !Files.exists(far)) {
                started.destroyForcibly();
                throw new IOException("socat did not join " + near + " and " + far + "; is the directory writable?");
            }
            socat = started;
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while socat started", e);
        }
    }

    private Process start() throws IOException {
        try {
            return new ProcessBuilder("socat", "-d", "-d", "pty,raw,echo=0,link=" + near, "pty,raw,echo=0,link=" + far)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "socat is not installed; it joins simulated serial ports. On Debian or Ubuntu: apt-get install socat",
                    e);
        }
    }

    /** Reads all that socat says, since it would stop when nobody did; gives the sign when both ports are there. */
    private static void readMessages(Process process, CountDownLatch joined) {
        try (BufferedReader messages =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            messages.lines()
                    .filter(line -> line.contains("starting data transfer loop"))
                    .forEach(line -> joined.countDown());
        } catch (IOException | UncheckedIOException e) {
            // The process is gone, and with it what it had to say.
        } finally {
            joined.countDown();
        }
    }

    @Override
    public synchronized void pull() {
        Process running = socat;
        socat = null;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
            Files.deleteIfExists(near);
            Files.deleteIfExists(far);
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the links of " + near, e);
        }
    }

    @Override
    public void close() {
        pull();
    }
}
