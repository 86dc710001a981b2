package org.tillwright.core.promotion;

import java.util.Arrays;

/** Remembers one long for each key that is not negative. Open addressing, because boxes would cost more than the search. */
final class LongTable {

    private static final long EMPTY = -1;

    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int size;

    LongTable() {
        Arrays.fill(keys, EMPTY);
    }

    /** Returns the value of {@code key}, or {@code absent}. */
    long get(long key, long absent) {
        int at = find(key);
        return keys[at] == key ? values[at] : absent;
    }

    void put(long key, long value) {
        int at = find(key);
        if (keys[at] != key) {
            keys[at] = key;
            size++;
        }
        values[at] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private int find(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 40) & mask;
        while (keys[at] != key && keys[at] != EMPTY) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
