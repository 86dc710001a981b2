package org.tillwright.core.promotion;

import java.util.Arrays;
import java.util.List;

/** Lets STACKING promotions take their turn, one after the other, each on what is left of the open pieces. */
final class Turns {

    private final Goods goods;
    private final List<Touched> stacking;
    private long[] open = {};
    private long[] left = {};
    private boolean noting;
    private boolean asSettled;
    private final Steps steps;
    private long shortfall;

    /**
     * @param stacking those that count, by priority, then id
     */
    Turns(Goods goods, List<Touched> stacking, Steps steps) {
        this.goods = goods;
        this.stacking = stacking;
        this.steps = steps;
    }

    /**
     * Takes all turns.
     *
     * @param openPieces of each line of the goods
     * @param amounts that lie on them; afterwards what is left
     * @param isFinal true if the rules are told what they took
     * @return what all of them took off
     */
    long take(long[] openPieces, long[] amounts, boolean isFinal) {
        open = openPieces;
        left = amounts;
        noting = isFinal;
        shortfall = 0;
        long taken = 0;
        for (Touched touched : stacking) {
            taken += turn(touched);
        }
        return taken;
    }

    /** Returns how much more the sets of the last turns might have taken, had the search not come to its limits. */
    long shortfall() {
        return shortfall;
    }

    /** As {@link #take}, without telling, with settled thresholds as they are settled and settled amounts left out. */
    long takeSettled(long[] openPieces, long[] amounts) {
        asSettled = true;
        long taken = take(openPieces, amounts, false);
        asSettled = false;
        return taken;
    }

    private long turn(Touched touched) {
        if (asSettled && touched.settled) {
            return touched.rule.kind == Rule.Kind.SPEND_PERCENT && touched.inReach ? all(touched, 0) : 0;
        }
        return switch (touched.rule.kind) {
            case EACH -> each(touched);
            case CHEAPEST, MIX, BUY_GET, BUNDLE -> sets(touched);
            case SPEND_PERCENT ->
                isMissing(touched, touched.rule.spendMinor - amountOpen(touched)) ? 0 : all(touched, 0);
            case SPEND_AMOUNT ->
                isMissing(touched, touched.rule.spendMinor - amountOpen(touched)) ? 0 : spread(touched);
            case BREAKS -> {
                int reached = touched.rule.breakAt(milliOpen(touched));
                yield reached < 0 ? 0 : all(touched, reached);
            }
            case COUPON -> 0;
        };
    }

    private boolean isMissing(Touched touched, long missing) {
        if (noting && missing > 0) {
            touched.missing = missing;
        }
        return missing > 0;
    }

    private long each(Touched touched) {
        long pieces = 0;
        for (int i = 0; i < touched.size; i++) {
            pieces += open[touched.lines[i]];
        }
        if (!touched.isLimited(pieces)) {
            long taken = 0;
            for (int i = 0; i < touched.size; i++) {
                int line = touched.lines[i];
                taken += lower(touched, line, open[line], touched.rule.lowerings[0]);
            }
            return taken;
        }
        long room = touched.left;
        long taken = 0;
        int[] lines = byWhatIsLeft(touched);
        for (int i = 0; i < lines.length && room > 0; i++) {
            long count = Math.min(room, open[lines[i]]);
            long minor = lower(touched, lines[i], count, touched.rule.lowerings[0]);
            room -= minor == 0 ? 0 : count;
            taken += minor;
        }
        return taken;
    }

    /** Returns the lines of a rule that have open pieces. */
    private int[] withOpenPieces(Touched touched) {
        int count = 0;
        int[] lines = new int[touched.size];
        for (int i = 0; i < touched.size; i++) {
            if (open[touched.lines[i]] > 0) {
                lines[count++] = touched.lines[i];
            }
        }
        return Arrays.copyOf(lines, count);
    }

    /** Returns the lines of a rule that have open pieces, those with most left per piece first, else in price order. */
    private int[] byWhatIsLeft(Touched touched) {
        int[] lines = withOpenPieces(touched);
        for (int i = 1; i < lines.length; i++) {
            int line = lines[i];
            int at = i;
            for (; at > 0 && hasMoreLeft(line, lines[at - 1]); at--) {
                lines[at] = lines[at - 1];
            }
            lines[at] = line;
        }
        return lines;
    }

    private boolean hasMoreLeft(int line, int other) {
        return Portions.comparePerPiece(left[line], open[line], left[other], open[other]) > 0;
    }

    private long all(Touched touched, int lowering) {
        long taken = 0;
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            taken += lower(touched, line, open[line], touched.rule.lowerings[lowering]);
        }
        if (noting && taken > 0) {
            touched.times = 1;
            noteWhatOnlyCounted(touched);
        }
        return taken;
    }

    /** Pieces that helped to reach a break or a threshold belong to it, also where nothing was taken off them. */
    private void noteWhatOnlyCounted(Touched touched) {
        for (int line : withOpenPieces(touched)) {
            if (touched.counted(line) == 0) {
                touched.note(line, open[line], 0, goods.size);
            }
        }
    }

    private long lower(Touched touched, int line, long count, Rule.Lowering lowering) {
        if (count == 0) {
            return 0;
        }
        long amount = Portions.first(left[line], open[line], count);
        long taken = lowering.taken(amount, count * goods.pieceMilli[line]);
        if (taken > 0) {
            left[line] -= taken;
            if (noting) {
                touched.note(line, count, taken, goods.size);
                touched.times += count;
            }
        }
        return taken;
    }

    private long amountOpen(Touched touched) {
        long sum = 0;
        for (int i = 0; i < touched.size; i++) {
            sum += left[touched.lines[i]];
        }
        return sum;
    }

    private long milliOpen(Touched touched) {
        long sum = 0;
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            sum = Math.addExact(sum, open[line] * goods.pieceMilli[line]);
        }
        return sum;
    }

    private long spread(Touched touched) {
        long[] weights = new long[touched.size];
        int[] numbers = new int[touched.size];
        long sum = 0;
        for (int i = 0; i < touched.size; i++) {
            weights[i] = left[touched.lines[i]];
            numbers[i] = goods.numbers[touched.lines[i]];
            sum += weights[i];
        }
        long off = Math.min(sum, touched.rule.amountMinor);
        long[] shares = Portions.spread(off, weights, numbers, touched.size);
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            left[line] -= shares[i];
            if (noting && open[line] > 0) {
                touched.note(line, open[line], shares[i], goods.size);
                touched.times = 1;
            }
        }
        return off;
    }

    private long sets(Touched touched) {
        int[] lines = withOpenPieces(touched);
        int size = lines.length;
        Member member = new Member(touched, touched.available(open));
        if (!member.canCount() || !touched.isInReach(goods)) {
            return 0;
        }
        Shelf shelf = new Shelf(goods, lines, List.of(member), open, left, (line, pieces) -> 0);
        Steps own = new Steps(SearchLimits.STEPS_OF_SETS);
        Search search = new Search(shelf, 0, Plan::taken, new boolean[size], own);
        search.offer(Plan.open(shelf));
        if (!search.walkThroughAll()) {
            search.run(SearchLimits.WIDTH_OF_SETS);
        }
        steps.take(own.taken());
        shortfall += search.most() - search.taken();
        Plan plan = search.best();
        if (plan == null || search.taken() == 0) {
            return 0;
        }
        for (int i = 0; i < size; i++) {
            left[lines[i]] -= plan.takenOff(i);
        }
        if (noting) {
            plan.note(goods.size);
        }
        return search.taken();
    }
}
