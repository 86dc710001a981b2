package org.tillwright.core.promotion;

/**
 * A rule within one {@link Search}: how far its sets are filled is its state, a few numbers in an array that it shares with
 * the other rules. A state is all that later lines need to know of earlier ones; 0 everywhere is "nothing begun".
 */
final class Member {

    final Touched touched;
    final Rule rule;
    /** Ways to count a piece: the slots of a set, the breaks, or just one. */
    final int slots;
    /** How many numbers its state has. */
    final int width;
    /** Times it may be applied, where that is less than the pieces would allow; else -1. */
    private final long limit;

    private final long mostSets;
    /** Where its state begins in the array. */
    private int base;
    /** How many sets the last step closed. */
    private long setsClosed;

    /**
     * @param available pieces that each slot of the rule could get at most
     */
    Member(Touched touched, long[] available) {
        this.touched = touched;
        this.rule = touched.rule;
        this.slots = rule.kind == Rule.Kind.BREAKS ? rule.lowerings.length : rule.slots.length;
        long sets = Long.MAX_VALUE;
        for (int slot = 0; slot < rule.slots.length; slot++) {
            sets = Math.min(sets, rule.kind.isSet() ? available[slot] / rule.counts[slot] : available[slot]);
        }
        this.mostSets = sets;
        this.limit = touched.left < sets && !rule.kind.isWhole() ? touched.left : -1;
        this.width = switch (rule.kind) {
            case EACH -> limit < 0 ? 0 : 1;
            case BUY_GET, BUNDLE -> slots + (limit < 0 ? 0 : 1);
            case BREAKS -> 2;
            default -> 1;
        };
    }

    /** True if it could count anything at all. */
    boolean canCount() {
        return mostSets > 0;
    }

    /** True if lines depend on each other through it. */
    boolean joinsLines() {
        return width > 0;
    }

    /** Tells where in the array its state begins; returns where the next one's does. */
    int beginAt(int index) {
        base = index;
        return index + width;
    }

    /** How many different states matter for a bound: all of them where that is a small number, else one. */
    int boundStates() {
        long states =
                switch (rule.kind) {
                    case EACH -> limit + 1;
                    case CHEAPEST, MIX -> limit < 0 ? rule.setSize : saturated(limit, rule.setSize) + 1;
                    case BREAKS -> slots + 1;
                    case SPEND_PERCENT, SPEND_AMOUNT -> 2;
                    default -> 1;
                };
        return states <= SearchLimits.STATES_OF_A_BOUND ? (int) Math.max(1, states) : 1;
    }

    static long saturated(long one, long other) {
        return one > Long.MAX_VALUE / 8 / Math.max(1, other) ? Long.MAX_VALUE / 8 : one * other;
    }

    /** Puts it into one of its bound's states. */
    void begin(long[] states, int state) {
        forget(states);
        if (width > 0) {
            states[base] = state;
        }
    }

    /** Which of the {@link #boundStates()} a state is. */
    int boundState(long[] states, int bounded) {
        return bounded == 1 ? 0 : (int) states[base];
    }

    /** How many pieces of a slot wait in sets that are not whole. */
    long waiting(long[] states, int slot) {
        return states[base + slot];
    }

    /**
     * Counts {@code count} more pieces.
     *
     * @param milli thousandths of a unit in one piece
     * @return false if that is not lawful; the states are then of no use
     */
    boolean step(long[] states, int slot, long count, long milli) {
        setsClosed = 0;
        switch (rule.kind) {
            case CHEAPEST, MIX -> {
                long after = states[base] + count;
                setsClosed = after / rule.setSize - states[base] / rule.setSize;
                states[base] = limit < 0 ? after % rule.setSize : after;
                return limit < 0 || after <= saturated(limit, rule.setSize);
            }
            case BUY_GET, BUNDLE -> {
                return stepInSlot(states, slot, count);
            }
            case BREAKS -> {
                boolean same = states[base] == 0 || states[base] == slot + 1;
                states[base] = slot + 1L;
                states[base + 1] = Math.addExact(states[base + 1], count * milli);
                return same && (slot + 1 == slots || states[base + 1] < rule.breaksFrom[slot + 1]);
            }
            case EACH -> {
                if (limit >= 0) {
                    states[base] += count;
                }
                return limit < 0 || states[base] <= limit;
            }
            default -> {
                states[base] = 1;
                return true;
            }
        }
    }

    private boolean stepInSlot(long[] states, int slot, long count) {
        states[base + slot] += count;
        setsClosed = Long.MAX_VALUE;
        for (int i = 0; i < slots && setsClosed > 0; i++) {
            setsClosed = Math.min(setsClosed, states[base + i] / rule.counts[i]);
        }
        for (int i = 0; i < slots && setsClosed > 0; i++) {
            states[base + i] -= setsClosed * rule.counts[i];
        }
        if (limit < 0) {
            return true;
        }
        states[base + slots] += setsClosed;
        return states[base + slots] + (begun(states) ? 1 : 0) <= limit;
    }

    private boolean begun(long[] states) {
        for (int i = 0; i < slots; i++) {
            if (states[base + i] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many sets the last step closed. */
    long setsClosed() {
        return setsClosed;
    }

    /** Returns how many of the next {@code count} pieces in price order are lowered. */
    long lowered(long[] states, long count) {
        return loweredUpTo(states[base] + count) - loweredUpTo(states[base]);
    }

    long loweredUpTo(long pieces) {
        long kept = rule.setSize - rule.lowered;
        return pieces / rule.setSize * rule.lowered + Math.max(0, pieces % rule.setSize - kept);
    }

    /** Returns how many more pieces an effect on each piece may count. */
    long room(long[] states) {
        return limit < 0 ? Long.MAX_VALUE : limit - states[base];
    }

    /** True if it has taken the sale for itself, as spend thresholds do. */
    boolean isApplied(long[] states) {
        return states[base] > 0;
    }

    /**
     * True if half-made sets can still become whole, and a break that is meant be reached.
     *
     * @param coming pieces (for breaks: thousandths of a unit) that each slot could still get, from {@code at} on
     */
    boolean canBecomeWhole(long[] states, long[] coming, int at) {
        switch (rule.kind) {
            case CHEAPEST, MIX -> {
                long open = states[base] % rule.setSize;
                return open == 0 || rule.setSize - open <= coming[at];
            }
            case BUY_GET, BUNDLE -> {
                return canFill(states, coming, at);
            }
            case BREAKS -> {
                long tier = states[base] - 1;
                return tier < 0 || rule.breaksFrom[(int) tier] - states[base + 1] <= coming[at];
            }
            default -> {
                return true;
            }
        }
    }

    private boolean canFill(long[] states, long[] coming, int at) {
        long sets = setsBegun(states);
        for (int i = 0; i < slots; i++) {
            if (sets * rule.counts[i] - states[base + i] > coming[at + i]) {
                return false;
            }
        }
        return limit < 0 || states[base + slots] + sets <= limit;
    }

    /** Returns how many pieces its half-made sets, or the break that is meant, want at least. */
    long wants(long[] states) {
        switch (rule.kind) {
            case CHEAPEST, MIX -> {
                long open = states[base] % rule.setSize;
                return open == 0 ? 0 : rule.setSize - open;
            }
            case BUY_GET, BUNDLE -> {
                long sets = setsBegun(states);
                if (sets == 0) {
                    return 0;
                }
                long wanted = 0;
                for (int i = 0; i < slots; i++) {
                    wanted += sets * rule.counts[i] - states[base + i];
                }
                return wanted;
            }
            case BREAKS -> {
                return states[base] > 0 && states[base + 1] < rule.breaksFrom[(int) states[base] - 1] ? 1 : 0;
            }
            default -> {
                return 0;
            }
        }
    }

    private long setsBegun(long[] states) {
        long sets = 0;
        for (int i = 0; i < slots; i++) {
            long waiting = states[base + i];
            long count = rule.counts[i];
            if (waiting > sets * count) {
                sets = count == 1 ? waiting : (waiting + count - 1) / count;
            }
        }
        return sets;
    }

    /** Forgets a state, when no line is left that could change it. */
    void forget(long[] states) {
        for (int i = base; i < base + width; i++) {
            states[i] = 0;
        }
    }
}
