package org.tillwright.register;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.component.Look;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.device.PrinterHealth;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.shell.RegisterFrame;

/** The register with its window: puts the parts together, opens the window, and ends them in the right order. */
public final class RegisterMain implements AutoCloseable {

    private static final RegisterSettings.WindowSize SMALLEST = new RegisterSettings.WindowSize(1024, 768);

    private final RegisterParts parts;
    private final ExecutorService pictureLane;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable RegisterFrame frame;
    private volatile @Nullable Desk desk;

    private RegisterMain(RegisterHome home, RegisterSettings settings, DeviceListener also)
            throws JournalException, IOException {
        this.parts = RegisterParts.open(
                home, settings, RegisterPlatform.real(RegisterFrame.eventThread()), new DevicesSay(also));
        this.pictureLane = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "register pictures");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Puts a register together, without window and without a word to the server.
     *
     * @throws JournalException if the journal cannot be had
     * @throws IOException if the register's keys cannot be had
     */
    public static RegisterMain open(RegisterHome home, RegisterSettings settings) throws JournalException, IOException {
        return open(home, settings, failure -> {});
    }

    /**
     * The same for somebody who wants to hear what the screen is told.
     *
     * @param also told of failures too, on the lane's thread; must not wait
     */
    public static RegisterMain open(RegisterHome home, RegisterSettings settings, DeviceListener also)
            throws JournalException, IOException {
        return new RegisterMain(home, settings, also);
    }

    /** Opens the window; returns before it is seen. */
    public void show() {
        RegisterFrame.eventThread().execute(this::openWindow);
    }

    private void openWindow() {
        RegisterSettings settings = parts.settings();
        Look.named(settings.theme().name()).apply();
        RegisterFrame opened = new RegisterFrame(this::tick, closed::countDown);
        Desk begun = new Desk(parts, opened, pictureLane);
        frame = opened;
        desk = begun;
        RegisterSettings.WindowSize size = settings.window();
        if (size == null) {
            opened.openWhole();
        } else {
            opened.open(Math.max(size.width(), SMALLEST.width()), Math.max(size.height(), SMALLEST.height()));
        }
        begun.begin();
    }

    /** Starts to talk to the server. */
    public void connect() {
        parts.start();
    }

    public RegisterParts parts() {
        return parts;
    }

    /** Waits until a person closes the window. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** The screens, for whoever drives them without hands. Event thread only; there is one once the window is open. */
    Desk desk() {
        Desk begun = desk;
        if (begun == null) {
            throw new IllegalStateException("the window is not open yet");
        }
        return begun;
    }

    ExecutorService pictureLane() {
        return pictureLane;
    }

    @Override
    public void close() {
        RegisterFrame.eventThread().execute(() -> {
            RegisterFrame opened = frame;
            if (opened != null) {
                opened.close();
            }
            Desk begun = desk;
            if (begun != null) {
                begun.customer().close();
            }
        });
        pictureLane.shutdownNow();
        parts.close();
    }

    private void tick() {
        Desk begun = desk;
        if (begun != null) {
            begun.tick();
        }
    }

    /** What the devices' lanes report is said on the screen that is shown. */
    private final class DevicesSay implements DeviceListener {

        private final DeviceListener also;

        DevicesSay(DeviceListener also) {
            this.also = also;
        }

        @Override
        public void failed(DeviceException failure) {
            also.failed(failure);
            RegisterFrame.eventThread().execute(() -> {
                Desk begun = desk;
                if (begun != null) {
                    begun.devices().failed(failure);
                }
            });
        }

        @Override
        public void printerSays(DeviceKind device, PrinterHealth health) {
            RegisterFrame.eventThread().execute(() -> {
                Desk begun = desk;
                if (begun != null) {
                    begun.devices().printerSays(device, health);
                }
            });
        }

        @Override
        public void recovered(DeviceKind device) {
            RegisterFrame.eventThread().execute(() -> {
                Desk begun = desk;
                if (begun != null) {
                    begun.devices().recovered(device);
                }
            });
        }
    }
}
