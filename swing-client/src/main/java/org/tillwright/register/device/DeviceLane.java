package org.tillwright.register.device;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tillwright.register.device.DeviceException.Trouble;

/**
 * The way to one device: jobs run one after the other on the device's own thread, so that a jammed device blocks nobody
 * else. Its methods never wait and may be called from any thread.
 *
 * @param <D> the device
 */
public final class DeviceLane<D> {

    private final DeviceKind kind;
    private final D device;
    private final LaneThread thread;
    private final DeviceListener listener;
    private final AtomicBoolean troubled = new AtomicBoolean();

    DeviceLane(DeviceKind kind, D device, LaneThread thread, DeviceListener listener) {
        this.kind = kind;
        this.device = device;
        this.thread = thread;
        this.listener = listener;
    }

    /** Has a job done; when it is not, the register's {@link DeviceListener} hears why. */
    public void use(Job<D> job) {
        boolean taken = thread.offer(() -> {
            try {
                job.run(device);
                worked();
            } catch (DeviceException e) {
                failed(e);
            }
        });
        if (!taken) {
            failed(notTaken());
        }
    }

    /**
     * Has a job done and gives its answer, completed on the lane's thread. A {@link DeviceException} completes it
     * exceptionally, and the listener does not hear of it.
     */
    public <R> CompletableFuture<R> ask(Question<D, R> question) {
        var answer = new CompletableFuture<R>();
        boolean taken = thread.offer(() -> {
            try {
                answer.complete(question.ask(device));
                worked();
            } catch (DeviceException e) {
                troubled.set(true);
                answer.completeExceptionally(e);
            } catch (RuntimeException e) {
                answer.completeExceptionally(e); // a bug, and whoever waits must see it
                throw e;
            }
        });
        if (!taken) {
            answer.completeExceptionally(notTaken());
        }
        return answer;
    }

    /** What the device says of itself without being asked, such as its columns. Must not do any input or output. */
    public D device() {
        return device;
    }

    private DeviceException notTaken() {
        return new DeviceException(kind, thread.isClosed() ? Trouble.CLOSED : Trouble.QUEUE_FULL);
    }

    private void worked() {
        if (troubled.getAndSet(false)) {
            listener.recovered(kind);
        }
    }

    private void failed(DeviceException failure) {
        troubled.set(true);
        listener.failed(failure);
    }

    /** Something for a device to do. */
    @FunctionalInterface
    public interface Job<D> {
        void run(D device) throws DeviceException;
    }

    /** Something for a device to do and answer. */
    @FunctionalInterface
    public interface Question<D, R> {
        R ask(D device) throws DeviceException;
    }
}
