package org.tillwright.core.promotion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the pieces of a {@link Shelf} so that most is taken off. It walks through the stages with many half-made
 * distributions at once: of those that leave the rules in the same state only the best goes on, and of the others those that
 * {@link Prices} hope most of, as many as the walk is wide. What falls by the wayside could have become so much at most: if
 * that is no more than what was found, nothing better exists; else the prices are improved and a wider walk follows.
 */
final class Search {

    /** Says what a whole distribution really takes off, where that is more than a sum over lines. */
    interface Judge {
        long taken(Plan plan);
    }

    private static final int NOWHERE = -1;

    private final Shelf shelf;
    /** What is hoped to be taken off goods that are not on the shelf; a judge counts what really is. */
    private final long beside;

    private final Steps steps;
    private final Judge judge;
    /** By line of the shelf: which number of a state remembers its open pieces, or {@link #NOWHERE}. */
    private final int[] openAt;

    private final long[] piecesAfter;
    private final long[] amountAfter;
    private final int width;
    /** Null as long as nothing has to be dropped. */
    private @Nullable Prices prices;

    private @Nullable Plan best;
    private long found = -1;
    private long most;
    /** What a distribution that was dropped could have taken at most. */
    private long dropped;

    private Front now;
    private Front next;
    private final long[] scratch;
    private final int[] rows;
    private final int[][] parents;
    private final long[][] counts;

    /**
     * @param beside what goods beside the shelf can have taken off at most
     * @param depends for each line of the shelf whether it matters to other lines how many of its pieces stay open
     */
    Search(Shelf shelf, long beside, Judge judge, boolean[] depends, Steps steps) {
        this.shelf = shelf;
        this.beside = beside;
        this.judge = judge;
        this.steps = steps;
        int numbers = shelf.width;
        this.openAt = new int[depends.length];
        for (int line = 0; line < depends.length; line++) {
            openAt[line] = depends[line] ? numbers++ : NOWHERE;
        }
        this.piecesAfter = new long[shelf.size()];
        this.amountAfter = new long[shelf.size()];
        for (int line = shelf.size() - 2; line >= 0; line--) {
            piecesAfter[line] = piecesAfter[line + 1] + shelf.pieces[line + 1];
            amountAfter[line] = amountAfter[line + 1] + shelf.amounts[line + 1];
        }
        this.width = numbers;
        this.scratch = new long[numbers];
        this.now = new Front(numbers);
        this.next = new Front(numbers);
        this.rows = new int[shelf.members.length];
        this.parents = new int[shelf.stages.size()][];
        this.counts = new long[shelf.stages.size()][];
        this.most = Math.addExact(shelf.amount(), beside);
    }

    /** Searches where there are too many distributions to walk through all; afterwards {@link #best} has the plan. */
    void run(int firstWidth) {
        Prices asked = priced();
        int wide = firstWidth;
        int rounds = SearchLimits.ROUNDS;
        while (true) {
            walk(wide, false);
            most = Math.min(most, Math.max(dropped, found));
            if ((most <= found && dropped < found) || steps.areUsedUp() || wide >= SearchLimits.LAST_WIDTH) {
                return;
            }
            if (most > found) {
                steps.take(asked.improve(rounds, found - beside) / SearchLimits.STEPS_OF_A_PRICE);
                most = Math.min(most, Math.addExact(asked.most(), beside));
            }
            wide *= 4;
            rounds *= 4;
        }
    }

    /** Walks through all distributions that there are, if they are few: then nothing is to be hoped or proved. */
    boolean walkThroughAll() {
        boolean all = walk(SearchLimits.ALL_STATES, true) && dropped < 0;
        most = all ? found : most;
        return all;
    }

    private Prices priced() {
        Prices made = prices == null ? new Prices(shelf) : prices;
        prices = made;
        most = Math.min(most, Math.addExact(made.most(), beside));
        return made;
    }

    /** Keeps a plan that was found otherwise, if it is better than what is known. */
    void offer(Plan plan) {
        keepIfBetter(plan, false);
    }

    /** Returns the plan that a quick look finds, or null. */
    @Nullable
    Plan glance() {
        if (!walkThroughAll()) {
            priced();
            walk(SearchLimits.FIRST_WIDTH, false);
        }
        return best;
    }

    @Nullable
    Plan best() {
        return best;
    }

    /** Returns what the plan takes. */
    long taken() {
        return found;
    }

    /** Returns what no plan takes more than. */
    long most() {
        return Math.max(most, found);
    }

    /** Returns false if more would have to be dropped than may be. */
    private boolean walk(int wide, boolean keepsAll) {
        long enough = steps.left() - steps.left() / SearchLimits.SHARE_OF_ALL;
        dropped = -1;
        Arrays.fill(rows, 0);
        Arrays.fill(scratch, 0);
        now.clear();
        now.add(scratch, beside, shelf.pieces[0], most, 0, -1, 0);
        for (int at = 0; at < parents.length; at++) {
            Shelf.Stage stage = shelf.stages.get(at);
            next.clear();
            if (stage.member() == Shelf.REST) {
                giveRest(stage.line());
            } else {
                give(stage);
            }
            if (keepsAll && (next.size > wide || steps.areUsedUp() || steps.left() < enough)) {
                return false;
            }
            long share = keepsAll ? wide : steps.left() / (4L * (parents.length - at));
            dropped = Math.max(dropped, next.keep((int) Math.max(1, Math.min(wide, share))));
            parents[at] = Arrays.copyOf(next.parent, next.size);
            counts[at] = Arrays.copyOf(next.count, next.size);
            Front before = now;
            now = next;
            next = before;
        }
        judgeAll();
        return true;
    }

    private void give(Shelf.Stage stage) {
        Member member = shelf.members[stage.member()];
        rows[stage.member()] += stage.isLast() ? 1 : 0;
        for (int from = 0; from < now.size; from++) {
            long left = now.left[from];
            if (member.rule.kind.isSpend()) {
                giveAll(stage, member, from);
                continue;
            }
            System.arraycopy(now.states, from * width, scratch, 0, width);
            long wanted = now.wanted[from] - member.wants(scratch);
            long skip = left > SearchLimits.PIECES_OF_A_LINE ? left - SearchLimits.PIECES_OF_A_LINE / 2 : -1;
            for (long count = left; count >= 0; count--) {
                if (count == skip) {
                    count = SearchLimits.PIECES_OF_A_LINE / 2;
                    dropped = Math.max(dropped, now.hoped[from]);
                }
                give(stage, member, from, count, wanted);
            }
        }
    }

    /**
     * @param wanted by half-made sets of other rules
     */
    private void give(Shelf.Stage stage, Member member, int from, long count, long wanted) {
        System.arraycopy(now.states, from * width, scratch, 0, width);
        long taken = now.taken[from];
        int line = stage.line();
        long left = now.left[from];
        if (count > 0) {
            long lowered = member.rule.kind == Rule.Kind.CHEAPEST ? member.lowered(scratch, count) : 0;
            if (!member.step(scratch, stage.slot(), count, shelf.milli[line])) {
                return;
            }
            taken += shelf.taken(member, line, stage.slot(), shelf.pieces[line] - left, count, lowered);
            taken -= member.rule.isSetAtAPrice() ? Member.saturated(member.setsClosed(), member.rule.amountMinor) : 0;
        }
        if (stage.isLast()
                && !member.canBecomeWhole(scratch, shelf.coming[stage.member()], stage.row() * member.slots)) {
            return;
        }
        add(from, count, taken, line, left - count, wanted + member.wants(scratch));
    }

    /** A spend threshold has all its lines or none. */
    private void giveAll(Shelf.Stage stage, Member member, int from) {
        System.arraycopy(now.states, from * width, scratch, 0, width);
        long left = now.left[from];
        boolean applied = member.isApplied(scratch);
        if ((stage.row() == 0 || applied) && left == shelf.pieces[stage.line()]) {
            long taken = now.taken[from] + (applied ? 0 : shelf.takenOffSale(stage.member()));
            member.step(scratch, 0, left, 0);
            add(from, left, taken, stage.line(), 0, now.wanted[from]);
        }
        if (!applied) {
            System.arraycopy(now.states, from * width, scratch, 0, width);
            add(from, 0, now.taken[from], stage.line(), left, now.wanted[from]);
        }
    }

    private void giveRest(int line) {
        int[] rests = shelf.rests[line];
        for (int member : rests) {
            rows[member]++;
        }
        for (int from = 0; from < now.size; from++) {
            long left = now.left[from];
            for (int i = 0; i < rests.length && left > 0; i++) {
                Member member = shelf.members[rests[i]];
                System.arraycopy(now.states, from * width, scratch, 0, width);
                long count = Math.min(left, member.room(scratch));
                long taken = count == 0 ? 0 : shelf.taken(member, line, 0, shelf.pieces[line] - left, count, 0);
                if (taken > 0) {
                    member.step(scratch, 0, count, shelf.milli[line]);
                    end(from, i + 1, now.taken[from] + taken, line, left - count);
                }
            }
            System.arraycopy(now.states, from * width, scratch, 0, width);
            end(from, 0, now.taken[from], line, left);
        }
    }

    /** Ends a line: rules that have no line more forget, so that nothing tells two distributions apart that are alike. */
    private void end(int from, long count, long taken, int line, long open) {
        for (int i = 0; i < rows.length; i++) {
            int last = shelf.own[i].length - 1;
            if (last >= 0 && shelf.own[i][last] == line) {
                shelf.members[i].forget(scratch);
            }
        }
        if (openAt[line] != NOWHERE) {
            scratch[openAt[line]] = open;
        }
        long worth = open == 0 ? 0 : shelf.open.of(shelf.lines[line], open);
        boolean isEnd = line + 1 == shelf.size();
        int next = isEnd ? line : line + 1;
        add(from, count, taken + worth, next, isEnd ? 0 : shelf.pieces[next], now.wanted[from]);
    }

    /** Adds a distribution, if it can come to a lawful end, to which {@code left} pieces of a line are still to be given. */
    private void add(int from, long count, long taken, int line, long left, long wanted) {
        steps.take(1);
        if (wanted > piecesAfter[line] + left) {
            return;
        }
        long all = taken + amountAfter[line] + shelf.amount(line, shelf.pieces[line] - left, left);
        long hope = prices == null ? all : Math.min(all, prices.most(taken, scratch, rows, line + 1, left));
        if (hope >= found) {
            next.add(scratch, taken, left, hope, wanted, from, count);
        }
    }

    /** Works out those that came to the end, as long as they could be better than the best so far. */
    private void judgeAll() {
        boolean isFirst = true;
        for (int i = 0; i < now.size; i++) {
            int hopeful = 0;
            for (int other = 1; other < now.size; other++) {
                hopeful = now.hoped[other] > now.hoped[hopeful] ? other : hopeful;
            }
            long hope = now.hoped[hopeful];
            if (hope < found || (hope == found && !isFirst)) {
                return;
            }
            if (i > 0 && steps.areUsedUp()) {
                dropped = Math.max(dropped, hope);
                return;
            }
            now.hoped[hopeful] = -1;
            isFirst = !keepIfBetter(new Plan(shelf, way(hopeful)), isFirst) && isFirst;
        }
    }

    private boolean keepIfBetter(Plan plan, boolean orAsGood) {
        long taken = judge.taken(plan);
        if (taken > found || (orAsGood && taken == found)) {
            found = taken;
            best = plan;
            return true;
        }
        return false;
    }

    private long[] way(int end) {
        long[] way = new long[parents.length];
        int index = end;
        for (int at = way.length - 1; at >= 0; at--) {
            way[at] = counts[at][index];
            index = parents[at][index];
        }
        return way;
    }
}
