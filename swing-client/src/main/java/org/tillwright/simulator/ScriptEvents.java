package org.tillwright.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a simulated device told, until a script has waited for it: what happens before the script looks is not missed. From
 * any thread.
 */
public final class ScriptEvents {

    /** Most events that nobody waited for; the oldest go first. */
    private static final int MOST_KEPT = 1_000;

    private final Deque<String> told = new ArrayDeque<>();

    /** The device told this. */
    public synchronized void happened(String text) {
        if (told.size() == MOST_KEPT) {
            told.removeFirst();
        }
        told.addLast(text);
        notifyAll();
    }

    /**
     * Waits until the device has told something that holds this text, and forgets it and what came before it.
     *
     * @return false if it did not within the patience
     */
    public synchronized boolean await(String text, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!found(text)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Takes events off until one holds the text; leaves all where none does. */
    private boolean found(String text) {
        if (told.stream().noneMatch(each -> each.contains(text))) {
            return false;
        }
        boolean isFound = false;
        while (!isFound) {
            isFound = told.removeFirst().contains(text);
        }
        return true;
    }
}
