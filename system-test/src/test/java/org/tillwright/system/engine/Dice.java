package org.tillwright.system.engine;

import java.util.List;

/** SplitMix64: the same seed throws the same numbers on every machine and in every year. */
final class Dice {

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns a number from 0 up to and without {@code bound}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    long between(long first, long last) {
        return first + Long.remainderUnsigned(next(), last - first + 1);
    }

    boolean oneIn(int chances) {
        return below(chances) == 0;
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }
}
