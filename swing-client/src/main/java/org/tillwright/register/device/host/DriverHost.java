package org.tillwright.register.device.host;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineAddress;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialAddress;

/**
 * The register's side of the device host. The host is started on first use, asked several times a second whether it is
 * there, and ended and started again when it crashed, hangs or speaks nonsense; so its devices are back within three
 * seconds. One register has one. Any thread may use it.
 */
public final class DriverHost implements AutoCloseable {

    private static final Logger LOG = System.getLogger(DriverHost.class.getName());

    /** A host that was not heard of for so long hangs. Restarting it takes a second more, also on a slow machine. */
    public static final Duration SILENCE_PATIENCE = Duration.ofMillis(1_500);

    /** What a Java machine may take to start while the register itself is starting. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);

    /** A far end that never takes a byte would otherwise cost all other devices a second at each receipt. */
    private static final Duration FREE_A_PORT_EVERY = Duration.ofSeconds(30);

    private final HostCommand command;
    private final BooleanSupplier mayBeEnded;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final RestartPace pace = new RestartPace();
    private final Map<EndCause, Integer> ends = new EnumMap<>(EndCause.class);
    private @Nullable HostProcess running;
    private @Nullable Thread keeper;
    private boolean closed;
    private boolean freedAPort;
    private long freedNanos;
    private long lostNanos;
    private boolean isLost;
    private Duration lastRestart = Duration.ZERO;
    private volatile Runnable whenLost = () -> {};

    /**
     * A host that is started when it is first needed.
     *
     * @param mayBeEnded whether ending it now, to free one port, harms none of the others; asked on any thread
     */
    public DriverHost(BooleanSupplier mayBeEnded) {
        this(HostCommand.ofThisProgram(), mayBeEnded);
    }

    /**
     * A host in which makers' own drivers are to run too.
     *
     * @param drivers folder of their jars and native libraries; need not be there
     * @param mayBeEnded as above
     */
    public DriverHost(Path drivers, BooleanSupplier mayBeEnded) {
        this(HostCommand.ofThisProgram().withDrivers(drivers), mayBeEnded);
    }

    DriverHost(HostCommand command, BooleanSupplier mayBeEnded) {
        this.command = command;
        this.mayBeEnded = mayBeEnded;
    }

    /** Calls this, on a thread of its own, whenever the host ended and has to be started again. It must not wait for long. */
    public void onLoss(Runnable listener) {
        whenLost = listener;
    }

    /** A serial port as a line whose native half lives in the host. Opens nothing yet. */
    public LineAddress serial(SerialAddress address) {
        return new HostedSerial(this, address);
    }

    /**
     * Opens a driver in the host, and starts the host if it does not run.
     *
     * @param service name of the kind of driver
     * @param argument what that driver is told of its device
     * @param patience for the driver to open its device; after it the host is ended as hanging
     * @throws LineException {@link Trouble#DRIVER_LOST} if the host cannot be kept running, or as the driver says
     */
    public DriverChannel channel(String service, String argument, Duration patience) throws IOException {
        return ready().open(service, argument, patience);
    }

    /** Starts the host, if it does not run, and waits until it does. */
    public void start() throws IOException {
        ready();
    }

    /** Waits for a host that runs. */
    private HostProcess ready() throws IOException {
        long left = START_PATIENCE.toNanos();
        lock.lock();
        try {
            while (!closed) {
                HostProcess now = running;
                if (now != null && now.isReady()) {
                    return now;
                }
                if (left <= 0) {
                    throw new LineException(Trouble.DRIVER_LOST, "the device host does not start").beforeAnything();
                }
                startKeeper();
                left = changed.awaitNanos(left);
            }
            throw new LineException(Trouble.CLOSED, "the register is ending");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the device host started");
        } finally {
            lock.unlock();
        }
    }

    private void startKeeper() {
        if (keeper == null) {
            var thread = new Thread(this::keep, "device host keeper");
            thread.setDaemon(true);
            thread.start();
            keeper = thread;
        }
    }

    private void keep() {
        lock.lock();
        try {
            while (!closed) {
                Duration rest = turnSafely();
                if (!rest.isZero()) {
                    changed.await(rest.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody interrupts it but a machine that ends
        } finally {
            lock.unlock();
        }
    }

    /** Nobody looks after the keeper, so nothing that goes wrong in a turn may end it. */
    private Duration turnSafely() {
        try {
            return turn();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the device host was not looked after; it is tried again", e);
            return RestartPace.ONE_MORE_EVERY;
        }
    }

    /** Looks after the host once; returns how long it may be left alone, unless something happens. */
    private Duration turn() {
        HostProcess now = running;
        if (now == null) {
            Duration pause = pace.pause(System.nanoTime());
            if (pause.isZero()) {
                startOne();
                return HostProcess.BEAT;
            }
            return pause;
        }
        EndCause cause = now.ended();
        if (cause == null) {
            return watch(now);
        }
        bury(now, cause);
        return Duration.ZERO;
    }

    private void startOne() {
        pace.started(System.nanoTime());
        @Nullable HostProcess started = withoutLock(this::startProcess);
        if (started == null) {
            count(EndCause.NOT_STARTED);
        } else if (closed) {
            started.finish();
        } else {
            running = started;
            changed.signalAll(); // it may have become ready before anybody could find it here
        }
    }

    private @Nullable HostProcess startProcess() {
        try {
            return HostProcess.start(command, mayBeEnded, this::somethingHappened);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the device host cannot be started: {0}", e.getMessage());
            return null;
        }
    }

    /** Does what takes a moment while others may look at the host. */
    private <R> @Nullable R withoutLock(Supplier<@Nullable R> slow) {
        lock.unlock();
        try {
            return slow.get();
        } finally {
            lock.lock();
        }
    }

    private Duration watch(HostProcess now) {
        Duration silence = now.ping();
        if (!now.isReady()) {
            if (now.age().compareTo(START_PATIENCE) > 0) {
                now.end(EndCause.NOT_STARTED);
            }
        } else if (silence.compareTo(SILENCE_PATIENCE) > 0) {
            now.end(EndCause.SILENT);
        } else if (isLost) {
            isLost = false;
            lastRestart = Duration.ofNanos(System.nanoTime() - lostNanos);
            LOG.log(Level.INFO, "the device host is back after {0} ms", lastRestart.toMillis());
        }
        return now.ended() == null ? HostProcess.BEAT : Duration.ZERO;
    }

    private void bury(HostProcess dead, EndCause cause) {
        LOG.log(
                Level.WARNING,
                "the device host ended after {0} s: {1}",
                dead.age().toSeconds(),
                cause);
        if (!isLost) {
            isLost = true;
            lostNanos = System.nanoTime();
        }
        running = null;
        count(cause);
        pace.ended(dead.age());
        withoutLock(() -> {
            dead.awaitGone();
            return dead;
        });
    }

    private void count(EndCause cause) {
        ends.merge(cause, 1, Integer::sum);
        withoutLock(() -> {
            tell(cause);
            return cause;
        });
    }

    private void tell(EndCause cause) {
        try {
            whenLost.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "whoever should hear of a host that ended (" + cause + ") did not", e);
        }
    }

    private void somethingHappened() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the host because a port in it cannot be freed in any other way; the devices on its other ports come back by
     * themselves. Does so only now and then, and not while that would harm a device.
     *
     * @return whether it was ended
     */
    boolean freeStuckPort() {
        lock.lock();
        try {
            HostProcess now = running;
            boolean soon = freedAPort && System.nanoTime() - freedNanos < FREE_A_PORT_EVERY.toNanos();
            if (closed || now == null || soon || !mayBeEnded.getAsBoolean()) {
                return false;
            }
            freedAPort = true;
            freedNanos = System.nanoTime();
            now.end(EndCause.STUCK_PORT);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How the host is doing. Never waits for it. */
    public HostHealth health() {
        lock.lock();
        try {
            HostProcess now = running;
            return new HostHealth(now != null && now.isReady() ? now.pid() : 0, ends, lastRestart);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the host, within two seconds, whatever state it is in. */
    @Override
    public void close() {
        HostProcess last;
        lock.lock();
        try {
            closed = true;
            last = running;
            running = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.finish();
        }
    }
}
