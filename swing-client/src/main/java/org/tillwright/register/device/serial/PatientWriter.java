package org.tillwright.register.device.serial;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;

/**
 * Writes to a stream that may block for ever, on a thread of its own, and waits a limited time for it. The thread is a
 * daemon: when the far end never takes another byte, it is left behind and holds up nothing.
 */
final class PatientWriter implements AutoCloseable {

    /**
     * Bytes written at once. nrjavaserial loses the rest of a larger write when a signal interrupts it; pieces of 1024
     * and fewer were not seen to lose any.
     */
    static final int PIECE_BYTES = 512;

    private final OutputStream stream;
    private final Duration patience;
    private final ThreadPoolExecutor thread;
    private volatile boolean stuck;

    /** @param patience longest wait for one piece */
    PatientWriter(String name, OutputStream stream, Duration patience) {
        this.stream = stream;
        this.patience = patience;
        thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(1), job -> {
            Thread daemon = new Thread(job, "writer " + name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void write(byte[] bytes) throws IOException {
        for (int start = 0; start < bytes.length; start += PIECE_BYTES) {
            writePiece(Arrays.copyOfRange(bytes, start, Math.min(start + PIECE_BYTES, bytes.length)));
        }
    }

    private void writePiece(byte[] piece) throws IOException {
        if (stuck) {
            throw notTaking(null);
        }
        try {
            Future<?> written = thread.submit(() -> {
                stream.write(piece);
                stream.flush();
                return null;
            });
            written.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stuck = true;
            throw notTaking(e);
        } catch (ExecutionException e) {
            throw new LineException(Trouble.UNPLUGGED, "the line broke while writing", e.getCause());
        } catch (RejectedExecutionException | CancellationException e) {
            throw new LineException(Trouble.CLOSED, "the line was closed while writing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        }
    }

    private static LineException notTaking(@Nullable Throwable cause) {
        return new LineException(Trouble.NOT_ANSWERING, "the far end has stopped taking bytes", cause);
    }

    /** Ends the thread if it can be ended; does not wait for it, and does not close the stream. */
    @Override
    public void close() {
        for (Runnable waiting : thread.shutdownNow()) {
            if (waiting instanceof Future<?> piece) {
                piece.cancel(false); // or its writer would wait for a write that never comes
            }
        }
    }
}
