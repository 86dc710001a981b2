package org.tillwright.core.promotion;

import java.util.Arrays;

/**
 * One rule, and what it could take off at most if it paid a price for each piece and nobody else wanted any: from each of its
 * lines on, for each state of its sets. Amounts are in fractions of a minor unit, {@link Prices#FINE} to one.
 */
final class Bidder {

    /** No lawful way; far from the end of a long, because it is added to. */
    static final long NONE = Long.MIN_VALUE / 4;

    private static final long FINE = Prices.FINE;

    private final Shelf shelf;
    private final int index;
    private final Member member;
    private final int[] own;
    private final int[] masks;
    private final int bounded;
    /** By own line: what it takes off so many pieces in each slot; of a line of very many only what it takes off all. */
    private final long[][] gains;
    /** By own line and state: what it could take from there on beyond prices. */
    private final long[] worth;
    /** By slot: what a piece in a set bears of the price of the set, or of what it enables. */
    private long[] borne;

    private long[] borneBefore = {};
    private final long[] slots;
    private final long[] scratch;
    private long[] price = {};
    private long bestFrom;
    private int bestState;
    private long bestCount;
    private int bestSlot;
    private long bestBeside;

    /**
     * @param index of the member on the shelf
     */
    Bidder(Shelf shelf, int index) {
        this.shelf = shelf;
        this.index = index;
        this.member = shelf.members[index];
        this.own = shelf.own[index];
        this.masks = shelf.masks[index];
        this.bounded = member.boundStates();
        this.scratch = new long[shelf.width];
        this.slots = new long[member.slots];
        this.gains = gains();
        this.worth = new long[(own.length + 1) * bounded];
        this.borne = borne();
    }

    /** Returns how many gains are looked at for each price. */
    long cost() {
        long sum = 0;
        for (long[] gain : gains) {
            sum += gain.length;
        }
        return sum * bounded;
    }

    /** Returns what it could take off all its lines beyond prices. */
    long most() {
        return worth[0];
    }

    /** Returns what it could still take beyond prices when so many of its lines are behind. */
    long most(int row, long[] states) {
        if (row == own.length) {
            return 0;
        }
        long most = worth[row * bounded + member.boundState(states, bounded)];
        return bounded == 1 && member.rule.kind.isSet() ? most - waiting(states) : most;
    }

    private long waiting(long[] states) {
        long sum = 0;
        for (int slot = 0; slot < member.slots; slot++) {
            long waiting = member.waiting(states, slot);
            if (waiting == 0) {
                continue;
            }
            sum += borne[slot] * (member.rule.kind == Rule.Kind.MIX ? waiting % member.rule.setSize : waiting);
        }
        return sum;
    }

    /** Works out what it could take at these prices, by line of the shelf. */
    void reckon(long[] prices) {
        price = prices;
        for (int state = 0; state < bounded; state++) {
            worth[own.length * bounded + state] = isWhole(state) ? 0 : NONE;
        }
        for (int row = own.length - 1; row >= 0; row--) {
            for (int state = 0; state < bounded; state++) {
                worth[row * bounded + state] = best(row, state);
            }
        }
    }

    /** Adds what it wants of each line at the last prices. */
    void demand(long[] wanted) {
        Arrays.fill(slots, 0);
        int state = 0;
        for (int row = 0; row < own.length; row++) {
            best(row, state);
            state = bestState;
            wanted[own[row]] += bestCount + bestBeside;
            slots[bestSlot] += bestCount;
            slots[0] += bestBeside;
        }
    }

    void keep() {
        borneBefore = borne.clone();
    }

    void goBack() {
        borne = borneBefore.clone();
    }

    private boolean hasParts() {
        Rule.Kind kind = member.rule.kind;
        return kind == Rule.Kind.BUNDLE || kind == Rule.Kind.BUY_GET;
    }

    /** Turns the pieces wanted in each slot into how many sets more than the mean that is. */
    long imbalance() {
        if (!hasParts()) {
            return 0;
        }
        long sum = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] /= member.rule.counts[slot];
            sum += slots[slot];
        }
        long norm = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = slots[slot] * slots.length - sum;
            norm += slots[slot] * slots[slot] / slots.length / slots.length;
        }
        return norm;
    }

    /** What is borne by all pieces of a set never comes to more than its price, or the bound would be too low. */
    void move(long gap, long norm) {
        if (!hasParts()) {
            return;
        }
        Rule rule = member.rule;
        long sum = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            borne[slot] += gap * slots[slot] / slots.length / norm / rule.counts[slot];
            sum += borne[slot] * rule.counts[slot];
        }
        long whole = rule.kind == Rule.Kind.BUNDLE ? rule.amountMinor * FINE : 0;
        int last = slots.length - 1;
        borne[last] += Math.floorDiv(whole - sum, rule.counts[last]);
    }

    private long[][] gains() {
        long[][] all = new long[own.length][];
        for (int row = 0; row < all.length; row++) {
            int line = own[row];
            long pieces = shelf.pieces[line];
            if (member.rule.kind.isSpend()) {
                long spend = row == 0 ? shelf.takenOffSale(index) : 0;
                all[row] = new long[] {spend};
                continue;
            }
            boolean isLong = pieces > SearchLimits.PIECES_OF_A_LINE;
            int counts = isLong ? 1 : (int) pieces + 1;
            all[row] = new long[counts * member.slots];
            for (int slot = 0; slot < member.slots; slot++) {
                for (int count = isLong ? 0 : 1; count < counts; count++) {
                    long taken = isLong ? pieces : count;
                    all[row][slot * counts + count] = shelf.taken(member, line, slot, 0, taken, taken);
                }
            }
        }
        return all;
    }

    /** At first a part of a set bears as its dearest piece costs. */
    private long[] borne() {
        Rule rule = member.rule;
        long[] all = new long[member.slots];
        if (rule.kind == Rule.Kind.MIX && bounded == 1) {
            all[0] = rule.amountMinor * FINE / rule.setSize;
        }
        if (rule.kind != Rule.Kind.BUNDLE && rule.kind != Rule.Kind.BUY_GET) {
            return all;
        }
        long sum = 0;
        for (int row = all.length == 0 ? -1 : own.length - 1; row >= 0; row--) {
            int line = own[row];
            for (int slot = 0; slot < all.length; slot++) {
                if ((masks[row] >> slot & 1) != 0) {
                    all[slot] = Math.max(all[slot], shelf.amounts[line] / shelf.pieces[line]);
                }
            }
        }
        if (rule.kind == Rule.Kind.BUY_GET) {
            long each = rule.lowerings[0].taken(all[1], 0) * FINE / 2 / (rule.counts[0] + rule.counts[1]);
            all[0] = -each * rule.counts[1];
            all[1] = each * rule.counts[0];
            return all;
        }
        for (int slot = 0; slot < all.length; slot++) {
            sum += all[slot] * rule.counts[slot];
        }
        for (int slot = 0; slot < all.length; slot++) {
            all[slot] = Portions.part(rule.amountMinor * FINE, all[slot], sum);
        }
        return all;
    }

    private boolean isWhole(int state) {
        Rule rule = member.rule;
        boolean inSets = rule.kind == Rule.Kind.CHEAPEST || rule.kind == Rule.Kind.MIX;
        return bounded == 1 || !inSets || state % rule.setSize == 0;
    }

    private void offer(long worthHere, int state, long count, int slot, long beside) {
        if (worthHere > bestFrom) {
            bestFrom = worthHere;
            bestState = state;
            bestCount = count;
            bestSlot = slot;
            bestBeside = beside;
        }
    }

    /** Returns what a member can take from a line on; notes the state after the line, and what it counts there. */
    private long best(int row, int state) {
        bestFrom = NONE;
        int line = own[row];
        if (member.rule.kind.isSpend()) {
            ofSale(row, state);
        } else if (shelf.pieces[line] > SearchLimits.PIECES_OF_A_LINE) {
            ofLongLine(row);
        } else if (member.rule.kind == Rule.Kind.BUNDLE || member.rule.kind == Rule.Kind.BUY_GET) {
            ofSlots(row);
        } else {
            ofStates(row, state);
        }
        return bestFrom;
    }

    private void ofSale(int row, int state) {
        int next = (row + 1) * bounded;
        long pieces = shelf.pieces[own[row]];
        if (row == 0 || state == 1) {
            long all = gains[row][0] * FINE - pieces * price[own[row]];
            offer(all + worth[next + 1], 1, pieces, 0, 0);
        }
        if (state == 0) {
            offer(worth[next], 0, 0, 0, 0);
        }
    }

    private void ofStates(int row, int state) {
        int line = own[row];
        int next = (row + 1) * bounded;
        long each = price[line] + borne[0];
        long[] gain = gains[row];
        int counts = gain.length / member.slots;
        boolean told = bounded > 1;
        for (int slot = 0; slot < member.slots; slot++) {
            for (int count = 0; count < counts; count++) {
                member.begin(scratch, state);
                int at = slot * counts + count;
                if (told && member.rule.kind == Rule.Kind.CHEAPEST) {
                    at = (int) member.lowered(scratch, count);
                }
                if (count > 0 && !member.step(scratch, slot, count, shelf.milli[line])) {
                    break;
                }
                long paid = count > 0 && told && member.rule.kind == Rule.Kind.MIX
                        ? member.setsClosed() * member.rule.amountMinor
                        : 0;
                int then = member.boundState(scratch, bounded);
                offer((gain[at] - paid) * FINE - count * each + worth[next + then], then, count, slot, 0);
            }
        }
    }

    private void ofSlots(int row) {
        Rule rule = member.rule;
        int line = own[row];
        int mask = masks[row];
        boolean isBuyGet = rule.kind == Rule.Kind.BUY_GET;
        int slot = isBuyGet ? mask >> 1 & 1 : cheapestSlot(mask);
        int pieces = (int) shelf.pieces[line];
        long beside = isBuyGet && (mask & 1) != 0 ? Math.max(0, -borne[0] - price[line]) : 0;
        int most = isBuyGet && slot == 0 ? 0 : pieces;
        for (int count = 0; count <= most; count++) {
            long gain = gains[row][slot * (pieces + 1) + count] * FINE - count * (borne[slot] + price[line]);
            offer(gain + (pieces - count) * beside + worth[row + 1], 0, count, slot, beside > 0 ? pieces - count : 0);
        }
    }

    private int cheapestSlot(int mask) {
        int cheapest = -1;
        for (int slot = 0; slot < borne.length; slot++) {
            if ((mask >> slot & 1) != 0 && (cheapest < 0 || borne[slot] < borne[cheapest])) {
                cheapest = slot;
            }
        }
        return cheapest;
    }

    /** A line of very many pieces could at most be lowered as a whole, and leave sets in any state. */
    private void ofLongLine(int row) {
        int line = own[row];
        long beyond = 0;
        for (long gain : gains[row]) {
            beyond = Math.max(beyond, gain * FINE);
        }
        for (int slot = 0; slot < borne.length; slot++) {
            beyond = Math.max(beyond, beyond - shelf.pieces[line] * borne[slot]);
        }
        for (int state = 0; state < bounded; state++) {
            offer(beyond + worth[(row + 1) * bounded + state], state, 0, 0, 0);
        }
    }
}
