package org.tillwright.register.device;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps listening to a scanner or a badge reader on a thread of its own, and looks for it again when it was lost. */
final class ListeningLane implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final DeviceKind kind;
    private final Listening device;
    private final Consumer<String> codes;
    private final DeviceListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

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
            } while (!closed.await(LOOK_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the register is ending
        }
    }

    /** Listens until the device is lost; returns whether it is. */
    private boolean listen(boolean wasLost) {
        boolean told = wasLost;
        try {
            device.open();
            if (told) {
                listener.recovered(kind);
                told = false;
            }
            device.listen(codes);
            return false;
        } catch (DeviceException e) {
            if (!told && closed.getCount() > 0) {
                listener.failed(e);
            }
            return true;
        }
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
