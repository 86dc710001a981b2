package org.tillwright.register.device.serial;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;

/**
 * One line that several devices may share, as a drawer shares its printer's. It is opened on first use, closed when a
 * job fails, and opened again on the next use. Jobs come from one thread; {@link #close()} may come from any.
 */
public final class SharedLine implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SharedLine.class.getName());
    private static final int STALE_BYTES = 1024;

    private final LineAddress address;
    private final AtomicInteger users = new AtomicInteger(1);
    private volatile @Nullable SerialLine line;
    private volatile int unfinished;
    private volatile boolean fresh = true;

    public SharedLine(LineAddress address) {
        this.address = address;
    }

    /** Counts one more user; each calls {@link #close()} once. */
    public SharedLine share() {
        users.incrementAndGet();
        return this;
    }

    /**
     * Notes that the device may be left in the middle of something; outlives the line, as the device does.
     *
     * @param bytes how many it waits for at most until it takes anything for something new
     */
    public void begins(int bytes) {
        fresh = false;
        unfinished = Math.max(unfinished, bytes);
    }

    /** The device has had everything that it was begun with. */
    public void ended() {
        fresh = false;
        unfinished = 0;
    }

    /** True until something begins or ends: what the device was left in the middle of, an earlier run of this program knew. */
    public boolean isFresh() {
        return fresh;
    }

    /** How many bytes the device may still take for the rest of something that was cut off; 0 as a rule. */
    public int unfinished() {
        return unfinished;
    }

    /** Runs a job on the line, opening it when needed; a failure of the line is told as that of {@code device}. */
    public <R> R use(DeviceKind device, LineJob<R> job) throws DeviceException {
        try {
            return job.on(ready());
        } catch (IOException e) {
            drop();
            DeviceException told = new DeviceException(device, troubleOf(e), e);
            LOG.log(Level.INFO, "{0} at {1}: {2}", device.words(), address, e.getMessage());
            throw told;
        } catch (DeviceException | RuntimeException e) {
            drop(); // whatever the device was in the middle of, the next job starts afresh
            throw e;
        }
    }

    /** Like {@link #use}, for a job without an answer. */
    public void run(DeviceKind device, LineTask task) throws DeviceException {
        use(device, line -> {
            task.on(line);
            return true;
        });
    }

    /**
     * Returns an open line. A line left open may have died unnoticed, as network printers hang up when idle; reading
     * what is left over from before finds that out.
     */
    private SerialLine ready() throws IOException {
        SerialLine open = line;
        if (open != null && isAlive(open)) {
            return open;
        }
        drop();
        if (users.get() <= 0) {
            throw new LineException(Trouble.CLOSED, address + " was closed");
        }
        SerialLine fresh = address.open();
        line = fresh;
        return fresh;
    }

    private static boolean isAlive(SerialLine open) {
        byte[] stale = new byte[STALE_BYTES];
        try {
            int count = stale.length;
            while (count == stale.length) {
                count = open.read(stale, Duration.ZERO);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Trouble troubleOf(IOException failure) {
        if (failure instanceof LineException told) {
            return told.trouble();
        }
        return failure instanceof InterruptedIOException ? Trouble.CLOSED : Trouble.UNPLUGGED;
    }

    private void drop() {
        SerialLine open = line;
        line = null;
        if (open != null) {
            open.close();
        }
    }

    /** Gives the line up; the last user's call closes it, and with it any job still waiting on it. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            drop();
        }
    }

    /** Something to do on an open line. */
    @FunctionalInterface
    public interface LineJob<R> {
        R on(SerialLine line) throws IOException, DeviceException;
    }

    /** Something to do on an open line that has no answer. */
    @FunctionalInterface
    public interface LineTask {
        void on(SerialLine line) throws IOException, DeviceException;
    }
}
