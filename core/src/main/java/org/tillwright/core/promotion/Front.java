package org.tillwright.core.promotion;

import java.util.Arrays;

/** Half-made distributions, by the way that led to them: the one first that gave more to the first rule where they differ. */
final class Front {

    private static final int FIRST_SIZE = 32;
    private static final long MOST_RANKED = 1L << 50;
    private static final long MOST_WANTED = 4096;

    private final int width;
    int size;
    long[] taken = new long[FIRST_SIZE];
    long[] left = new long[FIRST_SIZE];
    long[] hoped = new long[FIRST_SIZE];
    int[] parent = new int[FIRST_SIZE];
    long[] count = new long[FIRST_SIZE];
    long[] wanted = new long[FIRST_SIZE];
    long[] states;
    private int[] table = new int[FIRST_SIZE * 4];

    Front(int width) {
        this.width = width;
        this.states = new long[FIRST_SIZE * width];
    }

    void clear() {
        size = 0;
        Arrays.fill(table, -1);
    }

    private int find(long[] state, long pieces) {
        long hash = pieces;
        for (int i = 0; i < width; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + state[i];
        }
        hash *= 0x9E3779B97F4A7C15L;
        int at = (int) (hash >>> 40) & (table.length - 1);
        while (table[at] >= 0 && !isSame(table[at], state, pieces)) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private boolean isSame(int index, long[] state, long pieces) {
        if (left[index] != pieces) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            if (states[index * width + i] != state[i]) {
                return false;
            }
        }
        return true;
    }

    /** Adds one, unless another in the same state has taken as much. */
    void add(long[] state, long minor, long pieces, long hope, long wants, int from, long counted) {
        int at = find(state, pieces);
        if (table[at] >= 0) {
            if (taken[table[at]] >= minor) {
                return;
            }
            hoped[table[at]] = -1;
        }
        if (size == taken.length) {
            grow();
            at = find(state, pieces);
        }
        table[at] = size;
        System.arraycopy(state, 0, states, size * width, width);
        taken[size] = minor;
        left[size] = pieces;
        hoped[size] = hope;
        wanted[size] = wants;
        parent[size] = from;
        count[size++] = counted;
    }

    private void grow() {
        int more = size * 2;
        taken = Arrays.copyOf(taken, more);
        left = Arrays.copyOf(left, more);
        hoped = Arrays.copyOf(hoped, more);
        wanted = Arrays.copyOf(wanted, more);
        parent = Arrays.copyOf(parent, more);
        count = Arrays.copyOf(count, more);
        states = Arrays.copyOf(states, more * width);
        table = new int[more * 4];
        Arrays.fill(table, -1);
        for (int i = 0; i < size; i++) {
            table[find(Arrays.copyOfRange(states, i * width, (i + 1) * width), left[i])] = i;
        }
    }

    /**
     * Keeps those that are hoped most of, and of those without a half-made set, which surely come to an end, a few
     * beside them; returns the hope of the best that was dropped, or -1.
     */
    long keep(int wide) {
        if (size > wide) {
            return keepSome(wide);
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (hoped[i] >= 0 && kept++ < i) {
                move(i, kept - 1);
            }
        }
        size = kept;
        return -1;
    }

    private long keepSome(int wide) {
        int sure = Math.max(1, wide / 4);
        long least = leastOf(wide, false);
        long leastSure = Math.min(least, leastOf(sure, true));
        int room = wide - above(least, false);
        int roomForSure = sure - above(leastSure, true);
        long droppedMost = -1;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long rank = rank(i);
            boolean stays = rank > least || (wanted[i] == 0 && rank > leastSure);
            stays |= rank == least && room-- > 0;
            stays |= !stays && wanted[i] == 0 && rank == leastSure && roomForSure-- > 0;
            if (!stays || hoped[i] < 0) {
                droppedMost = Math.max(droppedMost, hoped[i]);
            } else if (kept++ < i) {
                move(i, kept - 1);
            }
        }
        size = kept;
        return droppedMost;
    }

    /** What is hoped most of comes first, and of equal ones that which wants fewest pieces for half-made sets. */
    private long rank(int index) {
        return Math.min(hoped[index], MOST_RANKED) * MOST_WANTED - Math.min(wanted[index], MOST_WANTED - 1);
    }

    /** Returns the rank of the last that stays if so many do. */
    private long leastOf(int wide, boolean sureOnly) {
        if (size <= wide) {
            return Long.MIN_VALUE;
        }
        long[] sorted = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (wanted[i] == 0 || !sureOnly) {
                sorted[count++] = rank(i);
            }
        }
        Arrays.sort(sorted, 0, count);
        return count <= wide ? Long.MIN_VALUE : sorted[count - wide];
    }

    private int above(long least, boolean sureOnly) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += rank(i) > least && (wanted[i] == 0 || !sureOnly) ? 1 : 0;
        }
        return count;
    }

    private void move(int from, int to) {
        taken[to] = taken[from];
        left[to] = left[from];
        hoped[to] = hoped[from];
        wanted[to] = wanted[from];
        parent[to] = parent[from];
        count[to] = count[from];
        System.arraycopy(states, from * width, states, to * width, width);
    }
}
