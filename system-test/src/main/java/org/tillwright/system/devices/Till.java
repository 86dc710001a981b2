package org.tillwright.system.devices;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.SwingUtilities;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.text.Texts;
import org.tillwright.system.FaultShop;

/**
 * A register that somebody has signed on at.
 *
 * @param parts what it does its work with
 * @param eventThread where a sale is changed and shown
 * @param threadName of the event thread's only thread
 * @param hasWindow whether its screens listen to the scanner by themselves
 */
record Till(RegisterParts parts, Executor eventThread, String threadName, boolean hasWindow, Runnable end)
        implements AutoCloseable {

    private static final AtomicInteger TILLS = new AtomicInteger();
    private static final long SIGN_ON_SECONDS = 30;

    /** Everything but the screens, with an event thread of its own. */
    static Till withoutWindow(FaultShop shop, RegisterSettings settings, DeviceListener failures)
            throws IOException, JournalException, InterruptedException {
        String name = "till " + TILLS.incrementAndGet();
        ExecutorService thread = Executors.newSingleThreadExecutor(job -> new Thread(job, name));
        RegisterParts parts = RegisterParts.open(shop.home(), settings, RegisterPlatform.real(thread), failures);
        var till = new Till(parts, thread, name, false, () -> {
            parts.close();
            thread.shutdownNow();
        });
        try {
            thread.submit(() -> parts.sale().signedOn(shop.operator(parts), Texts.of("en")))
                    .get(SIGN_ON_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            till.close();
            throw new IOException("nobody could sign on", e);
        }
        return till;
    }

    /** The register as a cashier has it, with its window and Swing's own event thread. */
    static Till withWindow(FaultShop shop, RegisterSettings settings, DeviceListener failures)
            throws IOException, JournalException, InterruptedException {
        RegisterMain register = RegisterMain.open(shop.home(), settings, failures);
        register.show();
        register.connect();
        shop.signOnAtTheWindow(register.parts().sale());
        return new Till(register.parts(), SwingUtilities::invokeLater, "AWT-EventQueue-0", true, register::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
