package org.tillwright.register.device.host;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/**
 * One life of the device host, as the register sees it: the process, the requests it has not answered, and its open
 * channels. Once it has {@linkplain #end ended}, everything that waited is told so, and nothing here comes back to life.
 */
final class HostProcess {

    private static final Logger LOG = System.getLogger(HostProcess.class.getName());

    /** Frames that wait for the pipe; one for each line, a few credits and pings. */
    private static final int QUEUE_FRAMES = 256;

    /** How often it is asked whether it is there. */
    static final Duration BEAT = Duration.ofMillis(250);

    private static final Duration DOUBT_AFTER = Duration.ofMillis(600);

    /** A process that is killed is gone at once, unless the kernel waits for a device. */
    private static final Duration GONE_PATIENCE = Duration.ofSeconds(1);

    /** What Java makes of a process that a signal ended: 128 and the signal's number. */
    private static final int FIRST_SIGNAL = 128;

    private final Process process;
    private final Path scratch;
    private final BooleanSupplier mayBeEnded;
    private final Runnable changed;
    private final BlockingQueue<Frame> outgoing = new ArrayBlockingQueue<>(QUEUE_FRAMES);
    private final Map<Integer, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
    private final Map<Integer, DriverChannel> channels = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicReference<@Nullable EndCause> ended = new AtomicReference<>();
    private final Thread writer;
    private final long startedNanos = System.nanoTime();
    private final Silence silence = new Silence(BEAT, startedNanos);
    private volatile boolean ready;

    private HostProcess(Process process, Path scratch, BooleanSupplier mayBeEnded, Runnable changed) {
        this.process = process;
        this.scratch = scratch;
        this.mayBeEnded = mayBeEnded;
        this.changed = changed;
        writer = daemon(this::write, "device host writer");
    }

    /**
     * Starts a host.
     *
     * @param mayBeEnded whether ending it because one of its drivers hangs harms none of the others
     * @param changed called, on any thread, when the host becomes ready and when it ends; must not wait
     */
    static HostProcess start(HostCommand command, BooleanSupplier mayBeEnded, Runnable changed) throws IOException {
        Path scratch = Files.createTempDirectory("tillwright-device-host-"); // its owner's alone
        HostProcess host;
        try {
            host = new HostProcess(command.start(scratch), scratch, mayBeEnded, changed);
        } catch (IOException e) {
            Files.delete(scratch);
            throw e;
        }
        try {
            host.writer.start();
            daemon(host::read, "device host reader").start();
            daemon(() -> HostTalk.log(host.process.getErrorStream()), "device host talk")
                    .start();
            return host;
        } catch (OutOfMemoryError e) {
            host.process.destroyForcibly(); // no thread to be had: a host that nobody looks after keeps its ports
            throw e;
        }
    }

    private static Thread daemon(Runnable job, String name) {
        Thread thread = new Thread(job, name);
        thread.setDaemon(true);
        return thread;
    }

    private void write() {
        try (OutputStream out = process.getOutputStream()) {
            while (ended.get() == null) {
                out.write(outgoing.take().bytes());
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing the pipe tells the host to end
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the pipe to the device host broke", e); // its reader tells why
        }
    }

    private void read() {
        var frames = new FrameReader(process.getInputStream());
        try {
            @Nullable Frame frame = frames.read();
            while (frame != null && ended.get() == null) {
                if (frames.noise() > 0) {
                    LOG.log(Level.WARNING, "a driver printed {0} bytes between frames", frames.noise());
                }
                silence.heard(System.nanoTime());
                take(frame);
                frame = frames.read();
            }
            end(exitCause());
        } catch (FrameReader.GarbledException e) {
            LOG.log(Level.WARNING, "the device host is not understood: {0}", e.getMessage());
            end(EndCause.GARBLED);
        } catch (IOException e) {
            end(exitCause());
        }
    }

    private EndCause exitCause() {
        awaitGone();
        boolean signalled = !process.isAlive() && process.exitValue() >= FIRST_SIGNAL;
        return signalled ? EndCause.CRASHED : EndCause.EXITED;
    }

    private void take(Frame frame) {
        switch (frame.kind()) {
            case READY -> {
                ready = true;
                changed.run();
            }
            case ANSWER -> {
                CompletableFuture<byte[]> asked = waiting.remove(frame.request());
                if (asked != null) {
                    asked.complete(frame.payload());
                }
            }
            case FAILED -> {
                CompletableFuture<byte[]> asked = waiting.remove(frame.request());
                if (asked != null) {
                    asked.completeExceptionally(Failures.of(frame.text()));
                }
            }
            case EVENT -> {
                DriverChannel channel = channels.get(frame.channel());
                if (channel != null) {
                    channel.happened(frame.payload());
                }
            }
            case ENDED -> {
                DriverChannel channel = channels.get(frame.channel());
                if (channel != null) {
                    channel.ended(Failures.of(frame.text()));
                }
            }
            default -> {} // PONG: that anything came is all it says
        }
    }

    /** Opens a channel. */
    DriverChannel open(String service, String argument, Duration patience) throws IOException {
        int number = numbers.incrementAndGet();
        var channel = new DriverChannel(this, number, service);
        channels.put(number, channel);
        try {
            request(Frame.Kind.OPEN, number, (service + "\n" + argument).getBytes(StandardCharsets.UTF_8), patience);
            return channel;
        } catch (LineException e) {
            channels.remove(number);
            outgoing.offer(Frame.of(Frame.Kind.CLOSE, number, 0)); // or the host would keep a place for it
            throw e.beforeAnything();
        } catch (InterruptedIOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Asks for something; a host that does not answer in time is ended, because something in it hangs. While ending it would
     * harm another device, only this one's request fails.
     */
    byte[] request(Frame.Kind kind, int channel, byte[] payload, Duration patience) throws IOException {
        int number = numbers.incrementAndGet();
        var answer = new CompletableFuture<byte[]>();
        waiting.put(number, answer);
        try {
            return await(answer, new Frame(kind, channel, number, payload), patience);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "the device host does not answer a request of kind {0}", kind);
            if (ended.get() == null && !mayBeEnded.getAsBoolean()) {
                throw new LineException(Trouble.NOT_ANSWERING, "the driver does not answer", e);
            }
            end(EndCause.HUNG);
            throw lost();
        } finally {
            waiting.remove(number);
        }
    }

    private byte[] await(CompletableFuture<byte[]> answer, Frame frame, Duration patience)
            throws IOException, TimeoutException {
        try {
            boolean taken = outgoing.offer(frame, patience.toNanos(), TimeUnit.NANOSECONDS);
            if (ended.get() != null) {
                throw lost(); // whoever ended it may not have seen this request
            }
            if (!taken) {
                throw new TimeoutException("the pipe is full");
            }
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LineException told) {
                throw told.again();
            }
            throw new IOException("a request to the device host failed", cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the device host worked");
        }
    }

    /** Has a channel closed, and waits a limited time until its port is free again. */
    void close(int channel, Duration patience) {
        channels.remove(channel);
        int number = numbers.incrementAndGet();
        var answer = new CompletableFuture<byte[]>();
        waiting.put(number, answer);
        try {
            if (ended.get() == null) {
                await(answer, Frame.of(Frame.Kind.CLOSE, channel, number), patience);
            }
        } catch (IOException | TimeoutException e) {
            LOG.log(Level.DEBUG, "a channel of the device host did not close: {0}", e.getMessage());
        } finally {
            waiting.remove(number);
        }
    }

    /** Lets a channel send on; if the pipe is that full, the credit is worth less than not waiting. */
    boolean credit(int channel, int bytes) {
        return outgoing.offer(Frame.of(Frame.Kind.CREDIT, channel, bytes));
    }

    /** Asks whether it is there; returns for how long nothing was heard of it. Called once a {@link #BEAT}, by one thread. */
    Duration ping() {
        outgoing.offer(Frame.of(Frame.Kind.PING, 0, 0)); // one that finds no room need not go
        return silence.asked(System.nanoTime());
    }

    /** Whether it was not heard of for longer than two pings take. */
    boolean isDoubtful() {
        return silence.since(System.nanoTime()).compareTo(DOUBT_AFTER) > 0;
    }

    boolean isReady() {
        return ready && ended.get() == null;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    long pid() {
        return process.pid();
    }

    /** Why it ended; null while it lives. */
    @Nullable
    EndCause ended() {
        return ended.get();
    }

    /** Kills it, if it lives, and tells everyone who waits. */
    void end(EndCause cause) {
        if (!ended.compareAndSet(null, cause)) {
            return;
        }
        process.destroyForcibly();
        writer.interrupt();
        waiting.values().forEach(answer -> answer.completeExceptionally(lost()));
        channels.values().forEach(channel -> channel.ended(lost()));
        changed.run();
    }

    /** Lets it end by itself, as it does when nobody has anything more to say to it. */
    void finish() {
        ended.compareAndSet(null, EndCause.FINISHED);
        writer.interrupt();
        var ending = new LineException(Trouble.CLOSED, "the register is ending");
        waiting.values().forEach(answer -> answer.completeExceptionally(ending));
        channels.values().forEach(channel -> channel.ended(ending));
        awaitGone();
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitGone(); // what it unpacked goes with it
        }
    }

    /** Waits a moment until the process is buried; until then its ports' lock files count, and its libraries are in use. */
    void awaitGone() {
        try {
            if (process.waitFor(GONE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                sweep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sweep() {
        if (!Files.exists(scratch)) {
            return;
        }
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "what a device host left in " + scratch + " stays there", e);
        }
    }

    private static LineException lost() {
        return new LineException(Trouble.DRIVER_LOST, "the device host ended");
    }
}
