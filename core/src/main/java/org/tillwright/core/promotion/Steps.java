package org.tillwright.core.promotion;

/** What is left of the steps that a search may take: counted, never timed, so that it ends at the same place everywhere. */
final class Steps {

    private final long given;
    private long left;

    Steps(long given) {
        this.given = given;
        this.left = given;
    }

    long taken() {
        return given - left;
    }

    void take(long count) {
        left -= count;
    }

    long left() {
        return Math.max(0, left);
    }

    boolean areUsedUp() {
        return left <= 0;
    }
}
