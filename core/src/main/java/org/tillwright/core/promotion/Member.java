package org.tillwright.core.promotion;

/**
 * A rule within one {@link Packing}: how far its sets are filled is a number, its state, from 0 to {@link #states} - 1. A
 * state is all that later (cheaper) lines need to know of earlier ones.
 */
final class Member {

    /** What a step answers when it is not lawful. */
    static final long UNLAWFUL = -1;

    final Touched touched;
    final Rule rule;
    /** The break that is meant, where the rule has breaks; else 0. */
    final int tier;
    /** How many different states there are. */
    final long states;
    /** Times it may be applied, where that is less than the pieces would allow; else -1. */
    private final long limit;

    private final long mostSets;
    /** How many states each slot has. */
    private final long[] slotStates;
    /** Where quantities are counted: from here on nothing changes. */
    private final long cap;

    private final long[] filled;
    /** What the last step added to the amount taken off, beside what it takes off pieces. */
    private long setsClosed;

    /**
     * @param available pieces that each slot could get at most; thousandths of a unit for a rule with breaks
     */
    Member(Touched touched, int tier, long[] available) {
        this.touched = touched;
        this.rule = touched.rule;
        this.tier = tier;
        int slots = rule.slots.length;
        this.filled = new long[slots];
        this.slotStates = new long[slots];
        long sets = mostSets(available);
        this.mostSets = sets;
        this.limit = touched.left < sets ? touched.left : -1;
        this.cap = rule.kind == Rule.Kind.BREAKS ? capOfTier() : 0;
        long product = 1;
        for (int slot = 0; slot < slots; slot++) {
            slotStates[slot] = statesOf(slot, Math.min(sets, touched.left));
            product = saturated(product, slotStates[slot]);
        }
        this.states = product;
    }

    /** True if it could count anything at all. */
    boolean canCount() {
        return mostSets > 0;
    }

    /** True if lines depend on each other through it. */
    boolean joinsLines() {
        return states > 1;
    }

    private long mostSets(long[] available) {
        long sets = Long.MAX_VALUE;
        for (int slot = 0; slot < rule.slots.length; slot++) {
            sets = Math.min(sets, rule.kind.isSet() ? available[slot] / rule.counts[slot] : available[slot]);
        }
        return sets;
    }

    private long capOfTier() {
        return rule.breaksFrom[Math.min(tier + 1, rule.breaksFrom.length - 1)];
    }

    private long statesOf(int slot, long sets) {
        return switch (rule.kind) {
            case CHEAPEST, MIX -> limit < 0 ? rule.setSize : saturated(limit, rule.setSize) + 1;
            case BUY_GET, BUNDLE -> saturated(sets, rule.counts[slot]) + 1;
            case BREAKS -> cap + 1;
            default -> limit < 0 ? 1 : limit + 1;
        };
    }

    static long saturated(long one, long other) {
        return one > Long.MAX_VALUE / 8 / Math.max(1, other) ? Long.MAX_VALUE / 8 : one * other;
    }

    /**
     * Puts {@code count} more pieces into a slot.
     *
     * @param milli thousandths of a unit in one piece
     * @return the state after it, or {@link #UNLAWFUL}
     */
    long step(long state, int slot, long count, long milli) {
        setsClosed = 0;
        return switch (rule.kind) {
            case CHEAPEST, MIX -> stepInOrder(state, count);
            case BUY_GET, BUNDLE -> stepInSlot(state, slot, count);
            case BREAKS -> Math.min(cap, state + count * milli);
            default -> limit < 0 ? 0 : state + count > limit ? UNLAWFUL : state + count;
        };
    }

    private long stepInOrder(long state, long count) {
        long after = state + count;
        setsClosed = after / rule.setSize - state / rule.setSize;
        if (limit < 0) {
            return after % rule.setSize;
        }
        return after < states ? after : UNLAWFUL;
    }

    private long stepInSlot(long state, int slot, long count) {
        split(state);
        long before = wholeSets();
        filled[slot] += count;
        if (filled[slot] >= slotStates[slot]) {
            return UNLAWFUL;
        }
        setsClosed = wholeSets() - before;
        for (int i = 0; limit < 0 && i < filled.length; i++) {
            filled[i] -= setsClosed * rule.counts[i];
        }
        long joined = 0;
        for (int i = filled.length - 1; i >= 0; i--) {
            joined = joined * slotStates[i] + filled[i];
        }
        return joined;
    }

    private void split(long state) {
        long rest = state;
        for (int i = 0; i < filled.length; i++) {
            filled[i] = rest % slotStates[i];
            rest /= slotStates[i];
        }
    }

    private long wholeSets() {
        long sets = Long.MAX_VALUE;
        for (int i = 0; i < filled.length; i++) {
            sets = Math.min(sets, filled[i] / rule.counts[i]);
        }
        return sets;
    }

    /** Returns how many sets the last step closed. */
    long setsClosed() {
        return setsClosed;
    }

    /** Returns how many of the next {@code count} pieces in price order are lowered. */
    long loweredOf(long state, long count) {
        return loweredUpTo(state + count) - loweredUpTo(state);
    }

    private long loweredUpTo(long pieces) {
        long kept = rule.setSize - rule.lowered;
        return pieces / rule.setSize * rule.lowered + Math.max(0, pieces % rule.setSize - kept);
    }

    /** Returns how many more pieces an effect on each piece may count. */
    long room(long state) {
        return limit < 0 ? Long.MAX_VALUE : limit - state;
    }

    /**
     * True if half-made sets can still become whole, and the break that is meant be reached.
     *
     * @param coming pieces (for breaks: thousandths of a unit) that each slot could still get, from {@code at} on
     */
    boolean canBecomeWhole(long state, long[] coming, int at) {
        return switch (rule.kind) {
            case CHEAPEST, MIX -> {
                long open = state % rule.setSize;
                yield open == 0 || rule.setSize - open <= coming[at];
            }
            case BUY_GET, BUNDLE -> canFill(state, coming, at);
            case BREAKS -> rule.breaksFrom[tier] - state <= coming[at];
            default -> true;
        };
    }

    private boolean canFill(long state, long[] coming, int at) {
        split(state);
        long sets = 0;
        for (int i = 0; i < filled.length; i++) {
            sets = Math.max(sets, (filled[i] + rule.counts[i] - 1) / rule.counts[i]);
        }
        for (int i = 0; i < filled.length; i++) {
            if (sets * rule.counts[i] - filled[i] > coming[at + i]) {
                return false;
            }
        }
        return true;
    }

    /** True if a sale may end in this state: no set is half made, and the break is the one that is meant. */
    boolean isWhole(long state) {
        return switch (rule.kind) {
            case CHEAPEST, MIX -> state % rule.setSize == 0;
            case BUY_GET, BUNDLE -> areWhole(state);
            case BREAKS -> {
                boolean top = tier == rule.breaksFrom.length - 1;
                yield state >= rule.breaksFrom[tier] && (top || state < cap);
            }
            default -> true;
        };
    }

    private boolean areWhole(long state) {
        split(state);
        long sets = wholeSets();
        for (int i = 0; i < filled.length; i++) {
            if (filled[i] != sets * rule.counts[i]) {
                return false;
            }
        }
        return true;
    }
}
