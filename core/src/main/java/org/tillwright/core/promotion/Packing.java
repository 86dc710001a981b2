package org.tillwright.core.promotion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the pieces of some lines among rules so that most is taken off. Lines come in an order that is price order
 * for each rule that asks for it; for each line and
 * each state of half-made sets it is remembered what the lines from there on can give at most, so that no state is looked at
 * twice.
 */
final class Packing {

    /** There is no lawful way. */
    static final long NONE = Long.MIN_VALUE / 4;

    private static final long ABSENT = Long.MIN_VALUE;
    private static final long MOST_STATES = 1L << 40;

    /** What pieces that nobody counts are worth to the customer. */
    interface OpenWorth {
        /** Returns the minor units that may at most be taken off the last {@code pieces} pieces of a line. */
        long of(int line, long pieces);
    }

    /** The goods among whom is distributed: lines of {@link Goods}, with what their pieces cost now. */
    static final class Shelf {

        final int[] lines;
        final long[] pieces;
        final long[] milli;
        final long[] amounts;

        /** Takes all pieces of these lines as they are in the shop. */
        Shelf(Goods goods, int[] lines) {
            this(goods, lines, goods.pieces, goods.amounts);
        }

        /** Takes those pieces of these lines that are open, at what is left of them. */
        Shelf(Goods goods, int[] lines, long[] open, long[] left) {
            this.lines = lines;
            this.pieces = new long[lines.length];
            this.milli = new long[lines.length];
            this.amounts = new long[lines.length];
            for (int i = 0; i < lines.length; i++) {
                pieces[i] = open[lines[i]];
                milli[i] = goods.pieceMilli[lines[i]];
                amounts[i] = left[lines[i]];
            }
        }
    }

    final Shelf shelf;
    final Member[] members;
    final LineChoices[] choices;
    private final OpenWorth open;
    private final long[] weights;
    /** By line: the members that select it. */
    private final int[][] touching;
    /** By member: for each line and slot what lines after it could still give. */
    private final long[][] coming;

    private final LongTable memory = new LongTable();
    private long space = 1;
    private final StepCount steps;
    private boolean exhausted;
    private boolean incomplete;

    private long next;
    private long counted;
    private @Nullable Trace trace;

    /** Hears what each rule counts while a way is walked. */
    interface Trace {
        /** {@code taken} is what it takes off, or, of a set at a price, what its pieces cost without it. */
        void counted(int member, int line, long pieces, long taken);
    }

    /**
     * @param open null where pieces that are not counted are worth nothing
     */
    Packing(Shelf shelf, Member[] members, @Nullable OpenWorth open, StepCount steps) {
        this.steps = steps;
        this.shelf = shelf;
        this.members = members;
        this.open = open == null ? (line, pieces) -> 0 : open;
        this.weights = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            weights[i] = space;
            space = Member.saturated(space, members[i].states);
        }
        this.exhausted = space > MOST_STATES;
        this.choices = new LineChoices[exhausted ? 0 : shelf.lines.length];
        this.touching = new int[choices.length][];
        this.coming = new long[members.length][];
        for (int line = 0; line < choices.length; line++) {
            choices[line] = choicesOf(line);
            incomplete |= choices[line].incomplete;
        }
        for (int i = 0; !exhausted && i < members.length; i++) {
            coming[i] = comingOf(members[i]);
        }
    }

    private long[] comingOf(Member member) {
        int slots = member.rule.slots.length;
        long[] coming = new long[slots * lines()];
        for (int line = lines() - 2; line >= 0; line--) {
            int mask = member.touched.maskOf(shelf.lines[line + 1]);
            long more = shelf.pieces[line + 1] * (member.rule.kind == Rule.Kind.BREAKS ? shelf.milli[line + 1] : 1);
            for (int slot = 0; slot < slots; slot++) {
                coming[line * slots + slot] = coming[(line + 1) * slots + slot] + (mask >> slot & 1) * more;
            }
        }
        return coming;
    }

    private LineChoices choicesOf(int line) {
        int[] masks = new int[members.length];
        int options = 0;
        int rests = 0;
        int joining = 0;
        touching[line] = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            masks[i] = members[i].touched.maskOf(shelf.lines[line]);
            if (masks[i] != 0 && members[i].joinsLines()) {
                touching[line][joining++] = i;
            }
            boolean each = members[i].rule.kind == Rule.Kind.EACH;
            options += each ? 0 : Integer.bitCount(masks[i]);
            rests += each && masks[i] != 0 ? 1 : 0;
        }
        touching[line] = Arrays.copyOf(touching[line], joining);
        return choicesOf(line, masks, options, rests);
    }

    private LineChoices choicesOf(int line, int[] masks, int options, int rests) {
        int[] memberOf = new int[options];
        int[] slotOf = new int[options];
        int[] restOf = new int[rests];
        int option = 0;
        int rest = 0;
        for (int i = 0; i < members.length; i++) {
            if (members[i].rule.kind == Rule.Kind.EACH) {
                if (masks[i] != 0) {
                    restOf[rest++] = i;
                }
                continue;
            }
            for (int slot = 0; masks[i] >> slot != 0; slot++) {
                if ((masks[i] >> slot & 1) != 0) {
                    memberOf[option] = i;
                    slotOf[option++] = slot;
                }
            }
        }
        return new LineChoices(shelf.pieces[line], memberOf, slotOf, restOf);
    }

    int lines() {
        return shelf.lines.length;
    }

    /** True if the search gave up; then what it answers is not to be used. */
    boolean isExhausted() {
        return exhausted;
    }

    /** True if ways were left out, so that the best may not be among those that were looked at. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Returns what the lines from {@code line} on can give at most, or {@link #NONE}. */
    long best(int line, long state) {
        if (exhausted) {
            return NONE;
        }
        if (line == lines()) {
            return isWhole(state) ? 0 : NONE;
        }
        long key = line * space + state;
        long known = memory.get(key, ABSENT);
        if (known != ABSENT) {
            return known;
        }
        long best = NONE;
        for (int choice = 0; choice < choices[line].size() && !exhausted; choice++) {
            exhausted = steps.isBeyondAfterOne(SearchLimits.STEPS);
            long worth = step(line, choice, state);
            if (worth != NONE) {
                long rest = best(line + 1, next);
                best = rest == NONE ? best : Math.max(best, worth + rest);
            }
        }
        memory.put(key, best);
        return best;
    }

    /** True if the sets that are half made after a line can still become whole. */
    private boolean isHopeful(int line) {
        for (int i : touching[line]) {
            long state = next / weights[i] % members[i].states;
            if (!members[i].canBecomeWhole(state, coming[i], line * members[i].rule.slots.length)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWhole(long state) {
        for (int i = 0; i < members.length; i++) {
            if (!members[i].isWhole(state / weights[i] % members[i].states)) {
                return false;
            }
        }
        return true;
    }

    /** Returns what a choice gives, open pieces included, or {@link #NONE}; {@link #next()} is the state after it. */
    long step(int line, int choice, long state) {
        LineChoices ways = choices[line];
        long pieces = shelf.pieces[line];
        long given = 0;
        counted = 0;
        next = state;
        for (int option = 0; option < ways.members.length; option++) {
            long count = ways.count(choice, option);
            if (count > 0) {
                long worth = stepOfSet(line, ways.members[option], ways.slots[option], given, count);
                if (worth == NONE) {
                    return NONE;
                }
                counted += worth;
                given += count;
            }
        }
        if (!isHopeful(line)) {
            return NONE;
        }
        if (given == pieces) {
            return counted;
        }
        long toEach = ways.rest(choice) == LineChoices.OPEN ? 0 : stepOfEach(line, ways.rest(choice), given);
        if (toEach == NONE) {
            return NONE;
        }
        long left = pieces - given - toEach;
        return left == 0 ? counted : counted + open.of(line, left);
    }

    private long stepOfSet(int line, int index, int slot, long given, long count) {
        Member member = members[index];
        long state = next / weights[index] % member.states;
        long after = member.step(state, slot, count, shelf.milli[line]);
        if (after == Member.UNLAWFUL) {
            return NONE;
        }
        next += (after - state) * weights[index];
        long taken = takenOf(member, state, line, slot, given, count);
        if (trace != null) {
            trace.counted(index, line, count, taken);
        }
        return member.rule.isSetAtAPrice() ? taken - member.setsClosed() * member.rule.amountMinor : taken;
    }

    /** Returns what {@code count} pieces after the first {@code given} bring, before the price of sets. */
    private long takenOf(Member member, long state, int line, int slot, long given, long count) {
        return switch (member.rule.kind) {
            case CHEAPEST -> {
                long lowered = member.loweredOf(state, count);
                yield lowered == 0
                        ? 0
                        : member.rule.lowerings[0].taken(amount(line, given + count - lowered, lowered), 0);
            }
            case BUY_GET -> slot == 0 ? 0 : member.rule.lowerings[0].taken(amount(line, given, count), 0);
            case BREAKS ->
                member.rule.lowerings[member.tier].taken(amount(line, given, count), count * shelf.milli[line]);
            default -> amount(line, given, count);
        };
    }

    /** Lets an effect on each piece count the rest of a line, as far as its limit goes; returns how many it counts. */
    private long stepOfEach(int line, int index, long given) {
        Member member = members[index];
        long state = next / weights[index] % member.states;
        long count = Math.min(shelf.pieces[line] - given, member.room(state));
        long taken =
                count == 0 ? 0 : member.rule.lowerings[0].taken(amount(line, given, count), count * shelf.milli[line]);
        if (taken == 0) {
            return NONE;
        }
        if (trace != null) {
            trace.counted(index, line, count, taken);
        }
        counted += taken;
        next += (member.step(state, 0, count, shelf.milli[line]) - state) * weights[index];
        return count;
    }

    private long amount(int line, long after, long count) {
        long all = shelf.amounts[line];
        long pieces = shelf.pieces[line];
        return Portions.first(all, pieces, after + count) - Portions.first(all, pieces, after);
    }

    long next() {
        return next;
    }

    /** Returns what the last step took off pieces that are counted. */
    long counted() {
        return counted;
    }

    /** Returns for each line the first choice that leads to the best; only if there is one. */
    int[] bestChoices() {
        int[] chosen = new int[lines()];
        long state = 0;
        for (int line = 0; line < chosen.length; line++) {
            long wanted = best(line, state);
            chosen[line] = firstThatGives(line, state, wanted);
            step(line, chosen[line], state);
            state = next;
        }
        return chosen;
    }

    /**
     * Writes how many pieces of each line stay open by these choices, and the amounts that lie on them.
     *
     * @return what the counted pieces have taken off, or {@link #NONE} if sets would cost more than their pieces alone
     */
    long open(int[] chosen, long[] openPieces, long[] amounts) {
        long[] given = new long[lines()];
        long[] cost = new long[members.length];
        long[] pieces = new long[members.length];
        long taken = walk(chosen, (member, line, count, minor) -> {
            given[line] += count;
            pieces[member] += count;
            cost[member] += minor;
        });
        for (int i = 0; i < members.length; i++) {
            Rule rule = members[i].rule;
            long sets = pieces[i] / Math.max(1, rule.piecesOfASet());
            if (rule.isSetAtAPrice() && cost[i] < Member.saturated(sets, rule.amountMinor)) {
                return NONE;
            }
        }
        for (int line = 0; line < chosen.length; line++) {
            long left = shelf.pieces[line] - given[line];
            openPieces[shelf.lines[line]] = left;
            amounts[shelf.lines[line]] = amount(line, given[line], left);
        }
        return taken;
    }

    /**
     * Walks the lines by these choices, and tells what each rule counts on the way.
     *
     * @return what all of them take off
     */
    long walk(int[] chosen, Trace listener) {
        trace = listener;
        long taken = 0;
        long state = 0;
        for (int line = 0; line < chosen.length; line++) {
            step(line, chosen[line], state);
            state = next;
            taken += counted;
        }
        trace = null;
        return taken;
    }

    /** Returns the choices that leave all pieces open. */
    int[] openChoices() {
        int[] chosen = new int[lines()];
        for (int line = 0; line < chosen.length; line++) {
            chosen[line] = choices[line].size() - 1;
        }
        return chosen;
    }

    private int firstThatGives(int line, long state, long wanted) {
        for (int choice = 0; choice < choices[line].size(); choice++) {
            long worth = step(line, choice, state);
            if (worth != NONE && worth + best(line + 1, next) == wanted) {
                return choice;
            }
        }
        throw new IllegalStateException("no choice gives what was found to be the best");
    }
}
