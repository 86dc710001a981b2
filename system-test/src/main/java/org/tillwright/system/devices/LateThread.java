package org.tillwright.system.devices;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a thread was seen doing while it was waited for. */
final class LateThread {

    /** One look stands for no more than this, however long the one who looks was given no time. */
    private static final long MOST_A_LOOK = Duration.ofMillis(25).toNanos();

    private static final int FRAMES_TOLD = 14;

    private final Map<Doing, Long> nanos = new EnumMap<>(Doing.class);
    private long lookedNanos;
    private long cpuNanos;
    private final Map<String, Long> places = new HashMap<>();

    /**
     * @param begunNanos when it was first waited for
     * @param cpuNanos what it had worked until then
     */
    LateThread(long begunNanos, long cpuNanos) {
        lookedNanos = begunNanos;
        this.cpuNanos = cpuNanos;
    }

    /** Something that a thread may do. */
    enum Doing {
        /** Nothing, or nothing any more. */
        RESTING,
        /** It can go on, and is not let. */
        STARVED,
        /** Its own commit is on its way to the disk. */
        DISK,
        /** It waits for somebody, reads or writes something, or is busy itself. */
        HELD
    }

    /** A look at it; null for a thread that has ended. */
    void seen(@Nullable ThreadInfo thread, long nowNanos, long cpuNowNanos) {
        long since = Math.min(nowNanos - lookedNanos, MOST_A_LOOK);
        boolean isBusy = cpuNowNanos - cpuNanos > since / 2;
        lookedNanos = nowNanos;
        cpuNanos = cpuNowNanos;
        if (thread != null) {
            Doing doing = doing(thread, isBusy);
            nanos.merge(doing, since, Long::sum);
            if (doing == Doing.HELD || doing == Doing.DISK) {
                places.merge(words(thread), since, Long::sum);
            }
        }
    }

    private static Doing doing(ThreadInfo thread, boolean isBusy) {
        List<StackTraceElement> frames = Arrays.asList(thread.getStackTrace());
        if (frames.stream().anyMatch(LateThread::isRest)) {
            return Doing.RESTING;
        }
        boolean isRunnable = thread.getThreadState() == Thread.State.RUNNABLE;
        boolean isNative = !frames.isEmpty() && frames.get(0).isNativeMethod();
        // Only what is in SQLite itself: who waits for the journal waits for another thread that has it.
        if (isRunnable && isNative && frames.get(0).getClassName().startsWith("org.sqlite.")) {
            return Doing.DISK;
        }
        return !isRunnable || isNative || isBusy ? Doing.HELD : Doing.STARVED;
    }

    /** Waiting for the next thing to do. */
    private static boolean isRest(StackTraceElement frame) {
        return (frame.getClassName().endsWith("ThreadPoolExecutor")
                        && frame.getMethodName().equals("getTask"))
                || (frame.getClassName().equals("java.awt.EventQueue")
                        && frame.getMethodName().equals("getNextEvent"));
    }

    private static String words(ThreadInfo thread) {
        String frames = Arrays.stream(thread.getStackTrace())
                .limit(FRAMES_TOLD)
                .map(StackTraceElement::toString)
                .reduce((above, below) -> above + " < " + below)
                .orElse("no frame");
        String owner = thread.getLockOwnerName();
        return frames + (owner == null ? "" : ", waiting for " + thread.getLockName() + " of " + owner);
    }

    /** How long it was seen doing this. */
    long nanos(Doing doing) {
        return nanos.getOrDefault(doing, 0L);
    }

    /** Where it was held for the longest. */
    String where() {
        return places.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("nothing that was seen");
    }
}
