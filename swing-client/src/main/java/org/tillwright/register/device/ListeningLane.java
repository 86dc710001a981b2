package org.tillwright.register.device;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tillwright.register.device.DeviceException.Trouble;

/** Keeps listening to a scanner or a badge reader on a thread of its own, and looks for it again when it was lost. */
final class ListeningLane implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ListeningLane.class.getName());
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final DeviceKind kind;
    private final Listening device;
    private final Consumer<String> codes;
    private final DeviceListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private Duration rest = LOOK_AGAIN_AFTER;

    ListeningLane(DeviceKind kind, Listening device, Consumer<String> codes, DeviceListener listener) {
        this.kind = kind;
        this.device = device;
        this.codes = codes;
        this.listener = listener;
        thread = new Thread(this::run, "lane " + kind.words());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean lost = false;
        try {
            do {
                lost = listen(lost);
            } while (!closed.await(rest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the register is ending
        }
    }

    /** Listens until the device is lost; returns whether it is. One that only lost its driver is looked for at once. */
    private boolean listen(boolean wasLost) {
        boolean told = wasLost;
        boolean listened = false;
        rest = LOOK_AGAIN_AFTER;
        try {
            device.open();
            listener.worked(kind);
            if (told) {
                listener.recovered(kind);
                told = false;
            }
            listened = true;
            device.listen(code -> {
                listener.worked(kind);
                codes.accept(code);
            });
            return false;
        } catch (DeviceException e) {
            if (listened && e.trouble() == Trouble.DRIVER_LOST) {
                rest = Duration.ZERO;
                return false; // nobody needs to hear of it, unless it does not come back
            }
            return lost(e, told);
        } catch (RuntimeException | Error e) {
            // A bug, here or with whoever takes the codes: one code is lost by it, and not all that come after.
            // Not its message: that may be what was read.
            LOG.log(Level.ERROR, "a code of the {0} was lost: {1}", kind.words(), e.getClass());
            return lost(new DeviceException(kind, Trouble.NOT_UNDERSTOOD, e), told);
        }
    }

    private boolean lost(DeviceException why, boolean isTold) {
        if (!isTold && closed.getCount() > 0) {
            listener.troubled(why);
            listener.failed(why);
        }
        return true;
    }

    @Override
    public void close() {
        closed.countDown();
        device.close();
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
