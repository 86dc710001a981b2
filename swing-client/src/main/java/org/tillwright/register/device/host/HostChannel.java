package org.tillwright.register.device.host;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.host.HostedService.HostedDriver;
import org.tillwright.register.device.serial.LineException;

/** One driver in the device host, with a thread of its own, so that one that hangs holds up no other. */
final class HostChannel {

    private static final Logger LOG = System.getLogger(HostChannel.class.getName());

    /** Calls that may wait for their driver; the register sends one at a time. */
    private static final int MOST_WAITING = 4;

    private final int number;
    private final FrameWriter out;
    private final Outlet events;
    private final ThreadPoolExecutor thread;
    private @Nullable HostedDriver driver;
    private boolean closed;

    HostChannel(int number, FrameWriter out) {
        this.number = number;
        this.out = out;
        events = new Outlet(number, out);
        thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(MOST_WAITING), this::daemon);
    }

    /** A channel that was never opened, or is closed. */
    static HostChannel gone(int number, FrameWriter out) {
        var channel = new HostChannel(number, out);
        channel.closed = true;
        channel.thread.shutdown();
        return channel;
    }

    private Thread daemon(Runnable job) {
        Thread daemon = new Thread(job, "channel " + number);
        daemon.setDaemon(true);
        return daemon;
    }

    void open(Frame asked, HostedService service, String argument) throws IOException {
        onThread(asked, () -> {
            HostedDriver opened = service.open(argument, events);
            if (!accept(opened)) {
                opened.close();
                throw new LineException(Trouble.CLOSED, "closed while it was opened");
            }
            return new byte[0];
        });
    }

    private synchronized boolean accept(HostedDriver opened) {
        if (!closed) {
            driver = opened;
        }
        return !closed;
    }

    private synchronized HostedDriver driver() throws LineException {
        HostedDriver open = driver;
        if (open == null) {
            throw new LineException(Trouble.CLOSED, "channel " + number + " is not open");
        }
        return open;
    }

    void call(Frame asked) throws IOException {
        onThread(asked, () -> driver().call(asked.payload()));
    }

    void credit(int bytes) {
        events.credit(bytes);
    }

    private void onThread(Frame asked, Work work) throws IOException {
        try {
            thread.execute(() -> answer(asked, work));
        } catch (RejectedExecutionException e) {
            out.write(failure(asked, "channel " + number + " takes no more requests"));
        }
    }

    private void answer(Frame asked, Work work) {
        try {
            out.write(answerOf(asked, work));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the register is gone", e); // the reader of its frames finds that out too
        }
    }

    private Frame answerOf(Frame asked, Work work) {
        try {
            return new Frame(Frame.Kind.ANSWER, number, asked.request(), work.done());
        } catch (LineException e) {
            return Frame.of(Frame.Kind.FAILED, asked.channel(), asked.request(), Failures.text(e));
        } catch (IOException | RuntimeException | LinkageError e) {
            // A vendor's driver can throw anything, and its register must hear of it in any case.
            LOG.log(Level.WARNING, "channel " + number + " failed", e);
            return failure(asked, Trouble.NOT_ANSWERING, String.valueOf(e));
        }
    }

    static Frame failure(Frame asked, String why) {
        return failure(asked, Trouble.CLOSED, why);
    }

    private static Frame failure(Frame asked, Trouble trouble, String why) {
        return Frame.of(Frame.Kind.FAILED, asked.channel(), asked.request(), Failures.text(trouble, why));
    }

    /** Closes on a thread of its own, because a call may be under way on the channel's, and answers when it is closed. */
    void close(Frame asked) {
        closing(() -> answer(asked, () -> {
            end();
            return new byte[0];
        }));
    }

    Thread closeAlone() {
        return closing(this::end);
    }

    private Thread closing(Runnable job) {
        Thread closer = daemon(job);
        closer.start();
        return closer;
    }

    private void end() {
        HostedDriver open;
        synchronized (this) {
            closed = true;
            open = driver;
            driver = null;
        }
        events.close();
        thread.shutdown();
        if (open != null) {
            open.close();
        }
    }

    /** What a channel does on its thread. */
    @FunctionalInterface
    private interface Work {
        byte[] done() throws IOException;
    }
}
