package org.tillwright.system.devices;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tillwright.system.devices.LateThread.Doing;

/**
 * Knocks at the event thread many times a second, and looks again and again at what it does when it does not come to the door. All
 * that it waits for counts, whoever has it: a lane that holds the journal, a device, a lock. What a busy machine takes from it
 * does not: the time that it waits for a processor, and what collecting garbage stops everybody for. The disk that its own
 * sale is being written to is told apart, and has a limit of its own.
 */
final class EventThreadWatch implements AutoCloseable {

    /** What a person at the till does not feel. */
    static final Duration LIMIT = Duration.ofMillis(100);

    /** What a disk under load may take for one sale; longer than that a person takes the till for dead. */
    static final Duration DISK_LIMIT = Duration.ofSeconds(1);

    private static final Duration KNOCK_EVERY = Duration.ofMillis(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Executor eventThread;
    private final RunQueue runQueue;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> blocked = new ArrayList<>();
    private final Thread thread;
    private volatile Thread watched;
    private long longestNanos;
    private long longestDiskNanos;
    private long slowMachine;
    private long slowDisk;

    /** @param runQueue of the event thread's own thread */
    EventThreadWatch(Executor eventThread, RunQueue runQueue) {
        this.eventThread = eventThread;
        this.runQueue = runQueue;
        this.watched = Thread.currentThread();
        thread = new Thread(this::run, "event thread watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(KNOCK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                knock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run is over
        }
    }

    private void knock() throws InterruptedException {
        var answered = new CompletableFuture<Long>();
        long begun = System.nanoTime();
        long taken = takenByOthers();
        eventThread.execute(() -> {
            watched = Thread.currentThread();
            answered.complete(System.nanoTime());
        });
        var late = new LateThread(begun, cpuNanos());
        while (!isAnswered(answered) && System.nanoTime() - begun < PATIENCE.toNanos()) {
            late.seen(THREADS.getThreadInfo(watched.getId(), Integer.MAX_VALUE), System.nanoTime(), cpuNanos());
        }
        judge(late, answered.getNow(System.nanoTime()) - begun, takenByOthers() - taken);
    }

    private static boolean isAnswered(CompletableFuture<Long> answered) throws InterruptedException {
        try {
            answered.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a knock cannot fail", e);
        }
    }

    private long cpuNanos() {
        return THREADS.getThreadCpuTime(watched.getId());
    }

    /** What others took of this thread's time since the program began, in nanoseconds. */
    private long takenByOthers() {
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                .sum();
        return runQueue.waited().plusMillis(collecting).toNanos();
    }

    private synchronized void judge(LateThread late, long waited, long taken) {
        long disk = Math.max(0, late.nanos(Doing.DISK) - taken);
        long held = Math.max(0, late.nanos(Doing.HELD) - Math.max(0, taken - late.nanos(Doing.DISK)));
        if (waited <= LIMIT.toNanos()) {
            longestNanos = Math.max(longestNanos, waited);
            return;
        }
        longestNanos = Math.max(longestNanos, held);
        longestDiskNanos = Math.max(longestDiskNanos, disk);
        if (held > LIMIT.toNanos() || disk > DISK_LIMIT.toNanos()) {
            blocked.add(Duration.ofNanos(held).toMillis() + " ms, and "
                    + Duration.ofNanos(disk).toMillis() + " ms by the disk, in " + late.where());
        } else if (disk > LIMIT.toNanos() / 2) {
            slowDisk++;
        } else {
            slowMachine++;
        }
    }

    /** How often it was held for longer than {@link #LIMIT}, or by the disk for longer than {@link #DISK_LIMIT}, and by what. */
    synchronized List<String> blocked() {
        return List.copyOf(blocked);
    }

    /** The longest wait at the door that was the register's own. */
    synchronized Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** The longest that the disk took for what the event thread itself had to have on it. */
    synchronized Duration longestDisk() {
        return Duration.ofNanos(longestDiskNanos);
    }

    /** How often it was late because it was given no time. */
    synchronized long timesMachineWasSlow() {
        return slowMachine;
    }

    /** How often it was late because the disk took its time to keep its own sale, which is no device's doing. */
    synchronized long timesDiskWasSlow() {
        return slowDisk;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
