package org.tillwright.register;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.Scale;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.WeighingOrder;
import org.tillwright.register.selling.Weigher;
import org.tillwright.register.text.Notice;

/** The scale behind its lane, answering on the event thread. */
final class CounterScale implements Weigher {

    private final RegisterParts parts;

    CounterScale(RegisterParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean isThere() {
        return parts.devices().scale().isPresent();
    }

    @Override
    public void weigh(Duration after, WeighingOrder order, Consumer<ScaleReading> read, Consumer<Notice> failed) {
        Executor events = parts.platform().eventThread();
        Executor later = after.isZero()
                ? events
                : CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, events);
        later.execute(() -> {
            // Whatever becomes of it is told to one of both.
            CompletableFuture<ScaleReading> unused = ask(order)
                    .whenCompleteAsync(
                            (reading, failure) -> {
                                if (failure == null) {
                                    read.accept(reading);
                                } else {
                                    failed.accept(why(failure));
                                }
                            },
                            events);
        });
    }

    private CompletableFuture<ScaleReading> ask(WeighingOrder order) {
        DeviceLane<Scale> lane = parts.devices().scale().orElse(null);
        return lane == null
                ? CompletableFuture.failedFuture(new DeviceException(DeviceKind.SCALE, DeviceException.Trouble.ABSENT))
                : lane.ask(scale -> scale.weigh(order));
    }

    private static Notice why(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException told) {
            return Notice.of(told.textKey());
        }
        throw new IllegalStateException("the scale's driver failed", cause);
    }
}
