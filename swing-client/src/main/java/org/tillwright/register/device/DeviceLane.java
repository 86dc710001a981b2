package org.tillwright.register.device;

import java.util.EnumSet;
import java.util.Set;
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

    private static final Set<DeviceKind> MOVE_MONEY = EnumSet.of(DeviceKind.CARD_TERMINAL, DeviceKind.WALLET);
    private static final Set<DeviceKind> PRINT = EnumSet.of(DeviceKind.PRINTER, DeviceKind.LABEL_PRINTER);

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

    /**
     * Has a job done; when it is not, the register's {@link DeviceListener} hears why. If the device's driver is lost
     * meanwhile, the job is done once more; a printer's only if it certainly was not begun.
     */
    public void use(Job<D> job) {
        use(job, job);
    }

    /**
     * Has a job done, like {@link #use(Job)}.
     *
     * @param again what is done in its place if the driver was lost when the device may already have done some of it, such
     *     as printing the same as a copy
     */
    public void use(Job<D> job, Job<D> again) {
        boolean taken = thread.offer(
                () -> {
                    try {
                        run(job, again);
                        worked();
                    } catch (DeviceException e) {
                        failed(e);
                    } catch (RuntimeException | Error e) {
                        failed(new DeviceException(kind, Trouble.NOT_UNDERSTOOD, e)); // a bug; no paper goes unsaid
                        throw e;
                    }
                },
                () -> failed(notTaken()));
        if (!taken) {
            failed(notTaken());
        }
    }

    private void run(Job<D> job, Job<D> again) throws DeviceException {
        try {
            job.run(device);
        } catch (DeviceException lost) {
            if (!isRepeated(lost, again != job)) {
                throw lost;
            }
            (lost.mayBeDone() ? again : job).run(device);
        }
    }

    /**
     * Never where money moves: whether a payment happened is for its own driver, or a person, to find out. Nor paper that may
     * have come out and would come again with nothing on it that says so: a label too many is stuck on something, and a slip
     * too many is counted.
     *
     * @param isMarked whether what is done again tells itself apart from the first
     */
    private boolean isRepeated(DeviceException failure, boolean isMarked) {
        boolean wouldBeTooMany = PRINT.contains(kind) && !isMarked && failure.mayBeDone();
        return failure.trouble() == Trouble.DRIVER_LOST && !MOVE_MONEY.contains(kind) && !wouldBeTooMany;
    }

    /**
     * Has a job done and gives its answer, completed on the lane's thread. A {@link DeviceException} completes it
     * exceptionally, and the listener does not hear of it. A scale whose driver is lost meanwhile is asked once more;
     * nothing else is.
     */
    public <R> CompletableFuture<R> ask(Question<D, R> question) {
        var answer = new CompletableFuture<R>();
        boolean taken = thread.offer(
                () -> {
                    try {
                        R told = ask(device, question);
                        worked(); // first: whoever is answered may look at once how the device is doing
                        answer.complete(told);
                    } catch (DeviceException e) {
                        troubled.set(true);
                        listener.troubled(e);
                        answer.completeExceptionally(e);
                    } catch (RuntimeException | Error e) {
                        answer.completeExceptionally(e); // a bug, and whoever waits must see it
                        throw e;
                    }
                },
                () -> answer.completeExceptionally(notTaken()));
        if (!taken) {
            answer.completeExceptionally(notTaken());
        }
        return answer;
    }

    private <R> R ask(D asked, Question<D, R> question) throws DeviceException {
        try {
            return question.ask(asked);
        } catch (DeviceException lost) {
            if (kind != DeviceKind.SCALE || !isRepeated(lost, false)) {
                throw lost;
            }
            return question.ask(asked);
        }
    }

    /** What the device says of itself without being asked, such as its columns. Must not do any input or output. */
    public D device() {
        return device;
    }

    /** True if its latest job was not done. */
    boolean isTroubled() {
        return troubled.get();
    }

    private DeviceException notTaken() {
        return new DeviceException(kind, thread.isClosed() ? Trouble.CLOSED : Trouble.QUEUE_FULL);
    }

    private void worked() {
        listener.worked(kind);
        if (troubled.getAndSet(false)) {
            listener.recovered(kind);
        }
    }

    private void failed(DeviceException failure) {
        troubled.set(true);
        listener.troubled(failure);
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
