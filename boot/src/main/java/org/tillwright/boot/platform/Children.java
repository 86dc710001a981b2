package org.tillwright.boot.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The programs that this one started. Closing ends them, the last started first, so that the server ends before its
 * database; it may be closed from a shutdown hook while others are still being started.
 */
public final class Children implements AutoCloseable {

    private record Child(ProcessHandle process, Duration patience) {}

    private final Deque<Child> running = new ArrayDeque<>();
    private boolean isClosed;

    /**
     * Takes a program.
     *
     * @param patience how long it may take to end before it is killed
     */
    public synchronized void add(ProcessHandle process, Duration patience) {
        running.push(new Child(process, patience));
        if (isClosed) {
            endAll();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        endAll();
    }

    /** True once the end was asked for, so that a child's end is no surprise. Waits while children are being ended. */
    public synchronized boolean isClosed() {
        return isClosed;
    }

    private void endAll() {
        while (!running.isEmpty()) {
            Child child = running.pop();
            Processes.end(child.process(), child.patience());
        }
    }
}
