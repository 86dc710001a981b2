package org.tillwright.simulator;

/** What lies on a simulated scale, and what is the matter with it. From any thread. */
final class ScalePlate {

    private long grams;
    private boolean moves;
    private boolean wasMoved = true;
    private boolean isFaulty;
    private int unfinished;

    /** So much lies on it, still. */
    synchronized void put(long weightGrams) {
        wasMoved = wasMoved || moves || weightGrams != grams;
        grams = weightGrams;
        moves = false;
    }

    /** So much is on it and has not come to rest. */
    synchronized void move(long weightGrams) {
        wasMoved = true;
        grams = weightGrams;
        moves = true;
    }

    /** The next so many questions find it still measuring. */
    synchronized void measureSlowly(int questions) {
        unfinished = questions;
    }

    synchronized void fail(boolean faulty) {
        isFaulty = faulty;
    }

    /** Counts a question; true as long as the measurement is not finished. */
    synchronized boolean isMeasuring() {
        boolean measures = unfinished > 0;
        unfinished = Math.max(0, unfinished - 1);
        return measures;
    }

    /** The weight was told: no other is, before something moves. */
    synchronized void told() {
        wasMoved = false;
    }

    /** It was switched off and on. */
    synchronized void begin() {
        wasMoved = true;
        unfinished = 0;
    }

    synchronized long grams() {
        return grams;
    }

    synchronized boolean moves() {
        return moves;
    }

    /** Whether something moved on it since a weight was told. */
    synchronized boolean wasMoved() {
        return wasMoved;
    }

    synchronized boolean isFaulty() {
        return isFaulty;
    }
}
