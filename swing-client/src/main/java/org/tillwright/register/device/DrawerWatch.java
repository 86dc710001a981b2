package org.tillwright.register.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a drawer that hangs on no printer now and then whether it stands open, on its own lane, and tells the listener when that
 * changes. One that cannot be asked says nothing: whoever opens it next hears what is the matter.
 */
final class DrawerWatch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    /** A drawer that does not answer may hold its lane for as long as its patience. */
    private static final Duration LOOK_AGAIN_AFTER_TROUBLE = Duration.ofSeconds(30);

    private final DeviceLane<CashDrawer> lane;
    private final DeviceListener listener;
    private volatile boolean closed;
    private volatile @Nullable Boolean told;

    DrawerWatch(DeviceLane<CashDrawer> lane, DeviceListener listener) {
        this.lane = lane;
        this.listener = listener;
    }

    void start() {
        look();
    }

    private void look() {
        if (closed) {
            return;
        }
        CompletableFuture<Duration> unused = lane.ask(this::ask)
                .whenComplete((pause, failure) -> lookAfter(pause == null ? LOOK_AGAIN_AFTER_TROUBLE : pause));
    }

    private void lookAfter(Duration pause) {
        if (!closed) {
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(this::look);
        }
    }

    /** On the lane; returns how long to wait until the next look. */
    private Duration ask(CashDrawer drawer) throws DeviceException {
        @Nullable Boolean isOpen = drawer.isOpen().orElse(null);
        if (isOpen != null && !isOpen.equals(told)) {
            told = isOpen;
            listener.printerSays(DeviceKind.DRAWER, new PrinterHealth(false, false, false, false, isOpen));
        }
        return LOOK_EVERY;
    }

    @Override
    public void close() {
        closed = true;
    }
}
