package org.tillwright.system.devices;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A printer that only looks at the clock: it says that it is well, and notes when the first byte of a receipt came. */
final class BenchPrinter implements AutoCloseable {

    private static final int WELL = 0x12;
    private static final int[] RECEIPT = {0x1B, '@'};

    private final ServerSocket server;
    private final BlockingQueue<Long> firstBytes = new LinkedBlockingQueue<>();
    private volatile Duration perReceipt = Duration.ZERO;
    private volatile boolean isPrinting;

    BenchPrinter() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::accept, "bench printer");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** What the paper takes from now on, after which the printer says that it is printed. */
    void takes(Duration time) {
        perReceipt = time;
    }

    /** Whether a receipt has begun and is not yet said to be printed. */
    boolean isPrinting() {
        return isPrinting;
    }

    /** Only receipts from now on count. */
    void forget() {
        firstBytes.clear();
    }

    /** When the first byte of the next receipt came, by {@link System#nanoTime()}; empty when none came in time. */
    Optional<Long> firstByte(long patienceSeconds) throws InterruptedException {
        return Optional.ofNullable(firstBytes.poll(patienceSeconds, TimeUnit.SECONDS));
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket register = server.accept()) {
                register.setTcpNoDelay(true);
                print(register.getInputStream(), register.getOutputStream());
            } catch (IOException e) {
                // The line was lost, or the bench is over; the next one comes.
            }
        }
    }

    private void print(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[4_096];
        int before = 0;
        int beforeThat = 0;
        int count = in.read(buffer);
        while (count >= 0) {
            long now = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int each = buffer[i] & 0xFF;
                if (before == RECEIPT[0] && each == RECEIPT[1]) {
                    isPrinting = true;
                    firstBytes.add(now);
                } else if (beforeThat == 0x10 && before == 0x04) {
                    out.write(WELL);
                } else if (beforeThat == 0x1D && before == 'r') {
                    LockSupport.parkNanos(perReceipt.toNanos());
                    isPrinting = false;
                    out.write(0);
                }
                beforeThat = before;
                before = each;
            }
            count = in.read(buffer);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
