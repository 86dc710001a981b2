package org.tillwright.core.promotion;

import java.util.Arrays;

/**
 * All ways to give out the pieces of one line: so many to each slot of sets, the rest to one effect on each piece or to
 * nobody. Those that give more to rules that stand first come first.
 */
final class LineChoices {

    /** The rest of the pieces stays open. */
    static final int OPEN = -1;

    /** Index of the {@link Member} and slot of each option. */
    final int[] members;

    final int[] slots;
    /** True if there were more ways than a search may look at, and some were left out. */
    final boolean incomplete;

    private final long[][] candidates;
    private final int[] rests;
    private long[] counts;
    private int[] restOf;
    private int size;

    /**
     * @param pieces how many there are to give out
     * @param members index of the member of each option, in the order of the rules
     * @param rests indexes of members that may get the rest
     */
    LineChoices(long pieces, int[] members, int[] slots, int[] rests) {
        this.members = members;
        this.slots = slots;
        this.rests = rests;
        long ways = ways(pieces, members.length) * (rests.length + 1);
        this.incomplete = ways > SearchLimits.CHOICES_PER_LINE;
        this.candidates = new long[members.length][];
        Arrays.fill(candidates, incomplete ? ends(pieces, members.length) : allOf(pieces, members.length));
        this.counts = new long[members.length * 4];
        this.restOf = new int[4];
        give(pieces, 0, new long[members.length]);
    }

    int size() {
        return size;
    }

    long count(int choice, int option) {
        return counts[choice * members.length + option];
    }

    /** Returns the index of the member that gets the rest, or {@link #OPEN}. */
    int rest(int choice) {
        return restOf[choice];
    }

    private void give(long left, int option, long[] given) {
        if (option == given.length) {
            for (int i = 0; left > 0 && i < rests.length; i++) {
                add(given, rests[i]);
            }
            add(given, OPEN);
            return;
        }
        for (long count : candidates[option]) {
            if (count <= left) {
                given[option] = count;
                give(left - count, option + 1, given);
            }
        }
    }

    private void add(long[] given, int rest) {
        if (size == restOf.length) {
            restOf = Arrays.copyOf(restOf, size * 2);
            counts = Arrays.copyOf(counts, size * 2 * members.length);
        }
        System.arraycopy(given, 0, counts, size * members.length, members.length);
        restOf[size++] = rest;
    }

    /** Returns in how many ways pieces can be given to options, some to none; or one more than any limit. */
    private static long ways(long pieces, int options) {
        long ways = 1;
        for (int i = 1; i <= options; i++) {
            ways = ways * (pieces + i) / i;
            if (ways > SearchLimits.CHOICES_PER_LINE || pieces > SearchLimits.CHOICES_PER_LINE) {
                return SearchLimits.CHOICES_PER_LINE + 1L;
            }
        }
        return ways;
    }

    private static long[] allOf(long pieces, int options) {
        if (options == 0) {
            return new long[0];
        }
        long[] all = new long[(int) pieces + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = pieces - i;
        }
        return all;
    }

    /** Returns nearly all and nearly none, as many of each as the limit lets through. */
    private static long[] ends(long pieces, int options) {
        int each = 2;
        while (power(each + 1, options) <= SearchLimits.CHOICES_PER_LINE) {
            each++;
        }
        if (each > pieces) {
            return allOf(pieces, options);
        }
        long[] ends = new long[each];
        int high = (each + 1) / 2;
        for (int i = 0; i < each; i++) {
            ends[i] = i < high ? pieces - i : each - 1L - i;
        }
        return ends;
    }

    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent && power <= SearchLimits.CHOICES_PER_LINE; i++) {
            power *= base;
        }
        return power;
    }
}
