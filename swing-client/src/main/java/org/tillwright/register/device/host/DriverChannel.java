package org.tillwright.register.device.host;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/**
 * The register's end of one driver in the device host: requests with answers, and events. It lives no longer than that
 * host; when the host was lost, every method says {@link Trouble#DRIVER_LOST}, and {@link DriverHost#channel} makes a new
 * one. Calling and awaiting events may happen on two threads, each on one at a time; closing on any.
 */
public final class DriverChannel implements Closeable {

    /** Longest request, answer or event, in bytes. */
    public static final int MOST_BYTES = Frame.MOST_PAYLOAD_BYTES;

    /** Longer than a port takes that has to be left behind. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final HostProcess host;
    private final int number;
    private final String service;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> events = new ArrayDeque<>();
    private @Nullable LineException ended;
    private int taken;

    DriverChannel(HostProcess host, int number, String service) {
        this.host = host;
        this.number = number;
        this.service = service;
    }

    /**
     * Has the driver do something, and waits for its answer.
     *
     * @param request at most {@link #MOST_BYTES} long
     * @param patience after which the driver counts as hanging: its host is ended and started again, for all its devices
     * @throws LineException {@link Trouble#DRIVER_LOST} if the host ended meanwhile, or as the driver says
     * @throws IllegalArgumentException if the request is too long
     */
    public byte[] call(byte[] request, Duration patience) throws IOException {
        return host.request(Frame.Kind.CALL, number, request, patience);
    }

    /** The same with text, such as JSON. */
    public String call(String request, Duration patience) throws IOException {
        return new String(call(request.getBytes(StandardCharsets.UTF_8), patience), StandardCharsets.UTF_8);
    }

    /**
     * Waits for what the driver tells by itself; empty if nothing came within {@code patience}.
     *
     * @throws LineException if no more will come and everything that came was taken
     */
    public Optional<byte[]> event(Duration patience) throws IOException {
        byte[] event = await(patience);
        if (event == null) {
            return Optional.empty();
        }
        taken += Outlet.cost(event.length);
        if (taken >= Outlet.WINDOW_BYTES / 4 && host.credit(number, taken)) {
            taken = 0;
        }
        return Optional.of(event);
    }

    /** A host that says nothing is not a device that says nothing: what it is, its keeper finds out within a moment. */
    private byte @Nullable [] await(Duration patience) throws IOException {
        long left = patience.toNanos();
        long forTheHost = DriverHost.SILENCE_PATIENCE.multipliedBy(2).toNanos();
        lock.lock();
        try {
            while (events.isEmpty()) {
                if (ended != null) {
                    throw ended.again();
                }
                if (left <= -forTheHost || (left <= 0 && !host.isDoubtful())) {
                    return null;
                }
                long begun = System.nanoTime();
                changed.await(left > 0 ? left : LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
                left -= System.nanoTime() - begun;
            }
            return events.pollFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a driver's event");
        } finally {
            lock.unlock();
        }
    }

    /** Takes an event off the pipe. The host sends no more than {@link Outlet#WINDOW_BYTES} that nobody took. */
    void happened(byte[] event) {
        lock.lock();
        try {
            events.addLast(event);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more will come; the first reason counts. */
    void ended(LineException why) {
        lock.lock();
        try {
            if (ended == null) {
                ended = why;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the driver, within a few seconds, whatever state it is in. */
    @Override
    public void close() {
        ended(new LineException(Trouble.CLOSED, "the channel to " + service + " was closed"));
        host.close(number, CLOSE_PATIENCE);
    }
}
