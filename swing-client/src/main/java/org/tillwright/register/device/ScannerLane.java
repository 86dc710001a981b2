package org.tillwright.register.device;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps listening to a scanner on a thread of its own, and looks for it again when it was lost. */
final class ScannerLane implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final Scanner scanner;
    private final Consumer<String> codes;
    private final DeviceListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    ScannerLane(Scanner scanner, Consumer<String> codes, DeviceListener listener) {
        this.scanner = scanner;
        this.codes = codes;
        this.listener = listener;
        thread = new Thread(this::run, "lane scanner");
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

    /** Listens until the scanner is lost; returns whether it is. */
    private boolean listen(boolean wasLost) {
        boolean told = wasLost;
        try {
            scanner.open();
            if (told) {
                listener.recovered(DeviceKind.SCANNER);
                told = false;
            }
            scanner.listen(codes);
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
        scanner.close();
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
