package org.tillwright.register.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;

/**
 * Asks a printer now and then how it is, on its own lane and so never in the middle of a receipt: that the roll is near
 * its end, the cover open or the drawer not shut is then known before the next receipt. What stops the next receipt is
 * told once, like any failure.
 */
final class PrinterWatch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    /** A printer that is not there is not there for a while; each look opens its line. */
    private static final Duration LOOK_AGAIN_AFTER_TROUBLE = Duration.ofSeconds(10);
    /** A printer that answers nothing may be on a one-way line; each look holds up the lane for half a second. */
    private static final Duration LOOK_AGAIN_AFTER_SILENCE = Duration.ofMinutes(1);

    private final DeviceKind kind;
    private final DeviceLane<ReceiptPrinter> lane;
    private final DeviceListener listener;
    private volatile boolean closed;
    private volatile @Nullable PrinterHealth told;
    private volatile @Nullable Trouble lastTrouble;

    PrinterWatch(DeviceKind kind, DeviceLane<ReceiptPrinter> lane, DeviceListener listener) {
        this.kind = kind;
        this.lane = lane;
        this.listener = listener;
    }

    void start() {
        look();
    }

    private void lookAfter(Duration pause) {
        if (!closed) {
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(this::look);
        }
    }

    private void look() {
        if (closed) {
            return;
        }
        boolean wasTroubled = lane.isTroubled();
        // Whatever becomes of it is told, and then the next look is due.
        CompletableFuture<Duration> unused = lane.ask(this::ask).whenComplete((pause, failure) -> {
            if (failure == null) {
                lastTrouble = null;
            } else {
                failed(failure, wasTroubled);
            }
            lookAfter(pause == null ? LOOK_AGAIN_AFTER_TROUBLE : pause);
        });
    }

    /** On the lane; returns how long to wait until the next look. */
    private Duration ask(ReceiptPrinter printer) throws DeviceException {
        @Nullable PrinterHealth health = printer.look().orElse(null);
        if (health == null) {
            return LOOK_AGAIN_AFTER_SILENCE;
        }
        if (!health.equals(told)) {
            told = health;
            listener.printerSays(kind, health);
        }
        if (health.coverOpen()) {
            throw new DeviceException(kind, Trouble.COVER_OPEN);
        }
        if (health.faulty()) {
            throw new DeviceException(kind, Trouble.FAULTY);
        }
        if (health.paperOut()) {
            throw new DeviceException(kind, Trouble.PAPER_OUT);
        }
        return LOOK_EVERY;
    }

    private void failed(Throwable failure, boolean wasTroubled) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException why && why.trouble() != Trouble.QUEUE_FULL && !closed) {
            if (!isSaid(why)) {
                told = null; // nobody knows how it is any more
            }
            Trouble before = lastTrouble;
            boolean isNews = before == null ? !wasTroubled : before != why.trouble();
            lastTrouble = why.trouble();
            if (isNews && isTold(why)) {
                listener.failed(why);
            }
        }
    }

    /** Not the end of the register, and not a lost driver: it is started again, and nobody had asked for a receipt. */
    private static boolean isTold(DeviceException why) {
        return why.trouble() != Trouble.CLOSED && why.trouble() != Trouble.DRIVER_LOST;
    }

    /** True if the printer itself said so: then it is there. */
    private static boolean isSaid(DeviceException why) {
        return switch (why.trouble()) {
            case COVER_OPEN, FAULTY, PAPER_OUT -> true;
            default -> false;
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
