package org.tillwright.core.promotion;

/** Counts the steps of a search, so that it ends at the same place on every machine. */
final class StepCount {

    private int steps;

    /** Counts one step; true if there were more than {@code limit}. */
    boolean isBeyondAfterOne(int limit) {
        return ++steps > limit;
    }

    void add(int more) {
        steps += more;
    }

    int steps() {
        return steps;
    }

    boolean isBeyond(int limit) {
        return steps >= limit;
    }
}
