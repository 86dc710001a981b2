package org.tillwright.register.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs at once, or lets work wait until the test turns the crank. */
public final class QueuedExecutor implements Executor {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean isHeld;

    /** From now on work waits. */
    public void hold() {
        isHeld = true;
    }

    /** Does what waits, and everything else at once again. */
    public void go() {
        isHeld = false;
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Override
    public void execute(Runnable work) {
        if (isHeld) {
            waiting.add(work);
        } else {
            work.run();
        }
    }
}
