package org.tillwright.core.promotion;

import java.util.Arrays;

/**
 * An upper bound for what the rest of a distribution can take off. Every line has a price for a piece of it, and each rule
 * is asked what it could take at most if it paid these prices and nobody else wanted its pieces: the sum over all rules, with
 * the prices of all pieces given back, is never too low, whatever the prices are. The better the prices say what a piece is
 * worth to the second best rule, the closer the bound; so a price rises where more pieces are wanted than there are, and
 * falls where fewer are.
 */
final class Prices {

    /** No lawful way; far from the end of a long, because it is added to. */
    private static final long NONE = Long.MIN_VALUE / 4;

    /** Prices are counted in this fraction of a minor unit. */
    private static final long FINE = 64;

    /** Amounts above which there is no bound but the amount itself. */
    private static final long MOST = 1L << 48;

    private final Shelf shelf;
    private final boolean huge;
    private long amount;
    /** By line: the price of a piece. */
    private long[] price;
    /** By member and slot: what a piece in a set bears of the price of the set, or of what it enables. */
    private long[][] borne;
    /** By line: what all pieces from there on cost, with what open pieces take beyond their price. */
    private final long[] rest;

    private final long[][] openWorth;
    private long[] bestPrice = {};
    private long[][] bestBorne = {};
    private final int[] bounded;
    /** By member and own line: what it takes off so many pieces, or null for more than are counted out. */
    private final long[][][] gains;
    /** By member, own line and state: what it could take from there on beyond prices. */
    private final long[][] worth;

    private final long[] wanted;
    private final long[] scratch;
    private long cost;
    private long bestFrom;
    private int bestState;
    private long bestCount;
    private int bestSlot;
    private long bestBeside;

    Prices(Shelf shelf) {
        this.shelf = shelf;
        int lines = shelf.size();
        int members = shelf.members.length;
        this.price = new long[lines];
        this.rest = new long[lines + 1];
        this.wanted = new long[lines];
        this.scratch = new long[shelf.width];
        this.openWorth = new long[lines][];
        this.bounded = new int[members];
        this.gains = new long[members][][];
        this.borne = new long[members][];
        this.worth = new long[members][];
        for (int line = 0; line < lines; line++) {
            amount += shelf.amounts[line];
            openWorth[line] = openWorth(line);
        }
        this.huge = amount > MOST || amount < 0;
        for (int line = 0; line < lines && !huge; line++) {
            price[line] = openWorth[line][openWorth[line].length - 1] * FINE / shelf.pieces[line];
        }
        for (int i = 0; i < members && !huge; i++) {
            bounded[i] = shelf.members[i].boundStates();
            worth[i] = new long[(shelf.own[i].length + 1) * bounded[i]];
            gains[i] = gains(i);
            borne[i] = borne(i);
        }
        reckon();
    }

    private long[] openWorth(int line) {
        long pieces = shelf.pieces[line];
        boolean isLong = pieces > SearchLimits.PIECES_OF_A_LINE;
        long[] worth = new long[isLong ? 1 : (int) pieces + 1];
        for (int i = isLong ? 0 : 1; i < worth.length; i++) {
            worth[i] = shelf.open.of(shelf.lines[line], isLong ? pieces : i);
        }
        return worth;
    }

    private long[][] gains(int index) {
        Member member = shelf.members[index];
        long[][] all = new long[shelf.own[index].length][];
        for (int row = 0; row < all.length; row++) {
            int line = shelf.own[index][row];
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
            cost += all[row].length;
        }
        return all;
    }

    /** At first a part of a set bears as its dearest piece costs. */
    private long[] borne(int index) {
        Member member = shelf.members[index];
        Rule rule = member.rule;
        long[] all = new long[member.slots];
        if (rule.kind == Rule.Kind.MIX && bounded[index] == 1) {
            all[0] = rule.amountMinor * FINE / rule.setSize;
        }
        if (rule.kind != Rule.Kind.BUNDLE && rule.kind != Rule.Kind.BUY_GET) {
            return all;
        }
        long sum = 0;
        for (int row = all.length == 0 ? -1 : shelf.own[index].length - 1; row >= 0; row--) {
            int line = shelf.own[index][row];
            for (int slot = 0; slot < all.length; slot++) {
                if ((shelf.masks[index][row] >> slot & 1) != 0) {
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

    // The bound

    /** Returns an upper bound for all that can be taken. */
    long most() {
        if (huge) {
            return Long.MAX_VALUE / 2;
        }
        return Math.floorDiv(fineMost(), FINE);
    }

    private long fineMost() {
        long sum = rest[0];
        for (int i = 0; i < shelf.members.length; i++) {
            sum += worth[i][0];
        }
        return sum;
    }

    /**
     * Returns an upper bound for a half-made distribution.
     *
     * @param taken by what is distributed already
     * @param rows for each member how many of its own lines are behind
     * @param line that comes next
     * @param left pieces of the line before, that are still to be given
     */
    long most(long taken, long[] states, int[] rows, int line, long left) {
        if (huge) {
            return Long.MAX_VALUE / 2;
        }
        long sum = taken * FINE + rest[line];
        if (left > 0) {
            sum += left * price[line - 1] + rest[line - 1] - rest[line] - shelf.pieces[line - 1] * price[line - 1];
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < shelf.own[i].length) {
                Member member = shelf.members[i];
                sum += worth[i][rows[i] * bounded[i] + member.boundState(states, bounded[i])];
                if (bounded[i] == 1 && member.rule.kind.isSet()) {
                    sum -= waiting(i, states);
                }
            }
        }
        return sum < 0 ? -1 : sum / FINE;
    }

    private long waiting(int index, long[] states) {
        Member member = shelf.members[index];
        long sum = 0;
        for (int slot = 0; slot < member.slots; slot++) {
            long waiting = member.waiting(states, slot);
            sum += borne[index][slot] * (member.rule.kind == Rule.Kind.MIX ? waiting % member.rule.setSize : waiting);
        }
        return sum;
    }

    private void reckon() {
        if (huge) {
            return;
        }
        for (int line = shelf.size() - 1; line >= 0; line--) {
            long[] worth = openWorth[line];
            int best = bestOpen(line);
            long open = worth.length == 1 ? worth[0] * FINE : worth[best] * FINE - best * price[line];
            rest[line] = rest[line + 1] + shelf.pieces[line] * price[line] + open;
        }
        for (int i = 0; i < shelf.members.length; i++) {
            int rows = shelf.own[i].length;
            for (int state = 0; state < bounded[i]; state++) {
                worth[i][rows * bounded[i] + state] = isWhole(i, state) ? 0 : NONE;
            }
            for (int row = rows - 1; row >= 0; row--) {
                for (int state = 0; state < bounded[i]; state++) {
                    worth[i][row * bounded[i] + state] = best(i, row, state);
                }
            }
        }
    }

    private int bestOpen(int line) {
        int best = 0;
        long most = openWorth[line][0] * FINE;
        for (int count = 1; count < openWorth[line].length; count++) {
            long now = openWorth[line][count] * FINE - count * price[line];
            if (now > most) {
                most = now;
                best = count;
            }
        }
        return best;
    }

    private boolean isWhole(int index, int state) {
        Rule rule = shelf.members[index].rule;
        boolean inSets = rule.kind == Rule.Kind.CHEAPEST || rule.kind == Rule.Kind.MIX;
        return bounded[index] == 1 || !inSets || state % rule.setSize == 0;
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
    private long best(int i, int row, int state) {
        bestFrom = NONE;
        Member member = shelf.members[i];
        int line = shelf.own[i][row];
        if (member.rule.kind.isSpend()) {
            ofSale(i, row, state);
        } else if (shelf.pieces[line] > SearchLimits.PIECES_OF_A_LINE) {
            ofLongLine(i, row);
        } else if (member.rule.kind == Rule.Kind.BUNDLE || member.rule.kind == Rule.Kind.BUY_GET) {
            ofSlots(i, row);
        } else {
            ofStates(i, row, state);
        }
        return bestFrom;
    }

    private void ofSale(int i, int row, int state) {
        int next = (row + 1) * bounded[i];
        long pieces = shelf.pieces[shelf.own[i][row]];
        if (row == 0 || state == 1) {
            long all = gains[i][row][0] * FINE - pieces * price[shelf.own[i][row]];
            offer(all + worth[i][next + 1], 1, pieces, 0, 0);
        }
        if (state == 0) {
            offer(worth[i][next], 0, 0, 0, 0);
        }
    }

    private void ofStates(int i, int row, int state) {
        Member member = shelf.members[i];
        int line = shelf.own[i][row];
        int next = (row + 1) * bounded[i];
        long each = price[line] + borne[i][0];
        long[] gain = gains[i][row];
        int counts = gain.length / member.slots;
        boolean told = bounded[i] > 1;
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
                int then = member.boundState(scratch, bounded[i]);
                offer((gain[at] - paid) * FINE - count * each + worth[i][next + then], then, count, slot, 0);
            }
        }
    }

    private void ofSlots(int i, int row) {
        Rule rule = shelf.members[i].rule;
        int line = shelf.own[i][row];
        int mask = shelf.masks[i][row];
        boolean isBuyGet = rule.kind == Rule.Kind.BUY_GET;
        int slot = isBuyGet ? mask >> 1 & 1 : cheapestSlot(i, mask);
        int pieces = (int) shelf.pieces[line];
        long beside = isBuyGet && (mask & 1) != 0 ? Math.max(0, -borne[i][0] - price[line]) : 0;
        int most = isBuyGet && slot == 0 ? 0 : pieces;
        for (int count = 0; count <= most; count++) {
            long gain = gains[i][row][slot * (pieces + 1) + count] * FINE - count * (borne[i][slot] + price[line]);
            offer(
                    gain + (pieces - count) * beside + worth[i][row + 1],
                    0,
                    count,
                    slot,
                    beside > 0 ? pieces - count : 0);
        }
    }

    private int cheapestSlot(int i, int mask) {
        int cheapest = -1;
        for (int slot = 0; slot < borne[i].length; slot++) {
            if ((mask >> slot & 1) != 0 && (cheapest < 0 || borne[i][slot] < borne[i][cheapest])) {
                cheapest = slot;
            }
        }
        return cheapest;
    }

    /** A line of very many pieces could at most be lowered as a whole, and leave sets in any state. */
    private void ofLongLine(int i, int row) {
        int line = shelf.own[i][row];
        long beyond = 0;
        for (long gain : gains[i][row]) {
            beyond = Math.max(beyond, gain * FINE);
        }
        for (int slot = 0; slot < borne[i].length; slot++) {
            beyond = Math.max(beyond, beyond - shelf.pieces[line] * borne[i][slot]);
        }
        for (int state = 0; state < bounded[i]; state++) {
            offer(beyond + worth[i][(row + 1) * bounded[i] + state], state, 0, 0, 0);
        }
    }

    // Better prices

    /** Looks for prices at which the bound comes closer to what was found; returns how many steps that took. */
    long improve(int rounds, long found) {
        long took = 0;
        keep();
        long least = fineMost();
        long share = 1;
        for (int round = 0; round < rounds && !huge && least / FINE > found && share < 256; round++) {
            if (!move((fineMost() - found * FINE) / share)) {
                break;
            }
            reckon();
            took += cost;
            if (fineMost() < least) {
                least = fineMost();
                keep();
            } else {
                share *= 2;
            }
        }
        goBack();
        return took + cost;
    }

    private void keep() {
        bestPrice = price.clone();
        bestBorne = copy(borne);
    }

    private void goBack() {
        price = bestPrice;
        borne = bestBorne;
        reckon();
    }

    private static long[][] copy(long[][] all) {
        long[][] copy = all.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = all[i].clone();
        }
        return copy;
    }

    /** Moves prices to where supply and demand are nearer; false if they meet already. */
    private boolean move(long gap) {
        long[][] inSlots = demand();
        long norm = 0;
        for (int line = 0; line < wanted.length; line++) {
            wanted[line] -= shelf.pieces[line];
            norm += wanted[line] * wanted[line];
        }
        for (int i = 0; i < inSlots.length; i++) {
            norm += imbalance(i, inSlots[i]);
        }
        if (norm == 0) {
            return false;
        }
        for (int line = 0; line < wanted.length; line++) {
            price[line] = Math.max(0, price[line] + gap * wanted[line] / norm);
        }
        for (int i = 0; i < inSlots.length; i++) {
            moveBorne(i, inSlots[i], gap, norm);
        }
        return true;
    }

    private boolean hasParts(int i) {
        Rule.Kind kind = shelf.members[i].rule.kind;
        return kind == Rule.Kind.BUNDLE || kind == Rule.Kind.BUY_GET;
    }

    /** Turns the pieces wanted in each slot into how many sets more than the mean that is. */
    private long imbalance(int i, long[] slots) {
        if (!hasParts(i)) {
            return 0;
        }
        long sum = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] /= shelf.members[i].rule.counts[slot];
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
    private void moveBorne(int i, long[] slots, long gap, long norm) {
        if (!hasParts(i)) {
            return;
        }
        Rule rule = shelf.members[i].rule;
        long sum = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            borne[i][slot] += gap * slots[slot] / slots.length / norm / rule.counts[slot];
            sum += borne[i][slot] * rule.counts[slot];
        }
        long whole = rule.kind == Rule.Kind.BUNDLE ? rule.amountMinor * FINE : 0;
        int last = slots.length - 1;
        borne[i][last] += Math.floorDiv(whole - sum, rule.counts[last]);
    }

    /** Counts how many pieces of each line, and for each slot, are wanted at these prices. */
    private long[][] demand() {
        long[][] inSlots = new long[shelf.members.length][];
        for (int line = 0; line < wanted.length; line++) {
            wanted[line] = openWorth[line].length == 1 ? shelf.pieces[line] : bestOpen(line);
        }
        for (int i = 0; i < inSlots.length; i++) {
            inSlots[i] = new long[shelf.members[i].slots];
            int state = 0;
            for (int row = 0; row < shelf.own[i].length; row++) {
                best(i, row, state);
                state = bestState;
                wanted[shelf.own[i][row]] += bestCount + bestBeside;
                inSlots[i][bestSlot] += bestCount;
                inSlots[i][0] += bestBeside;
            }
        }
        return inSlots;
    }
}
