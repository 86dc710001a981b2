package org.tillwright.system.devices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A serial port whose far end is a TCP connection, by socat: so no native serial code runs in the process that breaks
 * things. Can be pulled, put in again, and made to take nothing for a while.
 */
final class PtyCable implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path near;
    private final int port;
    private @Nullable Process socat;

    /**
     * @param directory where the port gets its name
     * @param port on this machine that the far end connects to whenever the cable is put in
     */
    PtyCable(Path directory, String name, int port) throws IOException {
        near = directory.resolve("tty-" + name + "-" + ProcessHandle.current().pid() + "-f" + COUNT.incrementAndGet());
        this.port = port;
        plugIn();
    }

    Path near() {
        return near;
    }

    synchronized void plugIn() throws IOException {
        if (socat != null) {
            return;
        }
        Process started = new ProcessBuilder(
                        "socat", "-d", "-d", "pty,raw,echo=0,link=" + near, "tcp:127.0.0.1:" + port + ",nodelay")
                .redirectErrorStream(true)
                .start();
        var joined = new CountDownLatch(1);
        var reader = new Thread(() -> readMessages(started, joined), "socat " + near.getFileName());
        reader.setDaemon(true);
        reader.start();
        try {
            if (!joined.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !started.isAlive()) {
                started.destroyForcibly();
                throw new IOException("socat did not join " + near + " and port " + port);
            }
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while socat started", e);
        }
        socat = started;
    }

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

    synchronized void pull() throws IOException, InterruptedException {
        Process running = socat;
        socat = null;
        if (running != null) {
            running.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Files.deleteIfExists(near);
        }
    }

    /** From now on nothing that the register writes is taken. */
    synchronized void goDeaf() throws IOException, InterruptedException {
        if (socat != null) {
            Signals.send("STOP", socat.pid());
        }
    }

    synchronized void hearAgain() throws IOException, InterruptedException {
        if (socat != null) {
            Signals.send("CONT", socat.pid());
        }
    }

    @Override
    public void close() {
        try {
            pull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
