package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The best that was found for all parts of a sale together, and what it takes off with STACKING promotions. */
final class Distribution {

    private final Goods goods;
    private final List<PartSearch.Plan> plans = new ArrayList<>();
    private long counted;
    private long bound;
    private long taken;
    private long hoped;

    private Distribution(Goods goods) {
        this.goods = goods;
    }

    /** Searches each part of the sale for itself. */
    static Distribution of(
            Goods goods,
            List<Touched> exclusive,
            List<Touched> stacking,
            Hopes hopes,
            Turns turns,
            StepCount combinations) {
        Distribution found = new Distribution(goods);
        for (int[] part : parts(goods, exclusive, stacking)) {
            List<Touched> here = new ArrayList<>();
            for (Touched touched : exclusive) {
                if (touched.selectsOneOf(part)) {
                    here.add(touched);
                }
            }
            if (!here.isEmpty()) {
                PartSearch search = new PartSearch(goods, part, here, hopes, turns, combinations);
                search.search();
                PartSearch.Plan plan = search.best();
                if (plan != null) {
                    found.plans.add(plan);
                }
                found.bound = Math.addExact(found.bound, search.bound());
            }
        }
        found.measure(hopes, turns);
        return found;
    }

    /** Returns the lines in parts between which no promotion makes one depend on another. */
    private static List<int[]> parts(Goods goods, List<Touched> exclusive, List<Touched> stacking) {
        boolean[] all = new boolean[goods.size];
        Arrays.fill(all, true);
        Groups groups = new Groups(goods.size);
        for (Touched touched : exclusive) {
            if (touched.joinsLines(goods)) {
                groups.join(touched, all);
            }
        }
        for (Touched touched : stacking) {
            if (touched.joinsLines(goods) && !touched.settled) {
                groups.join(touched, all);
            }
        }
        return groups.of(all);
    }

    private void measure(Hopes hopes, Turns turns) {
        int[] all = new int[goods.size];
        for (int line = 0; line < all.length; line++) {
            all[line] = line;
        }
        long[] open = goods.pieces.clone();
        long[] left = goods.amounts.clone();
        counted = carryOut(open, left);
        taken = counted + turns.take(open.clone(), left.clone(), false);
        hoped = counted + turns.takeSettled(open, left) + hopes.ofWholeSale(true, all);
    }

    /** Writes what stays open; returns what is taken off the rest. */
    long carryOut(long[] open, long[] left) {
        long sum = 0;
        for (PartSearch.Plan plan : plans) {
            for (int line = 0; line < goods.size; line++) {
                if (plan.mode().consumes(line)) {
                    open[line] = 0;
                    left[line] = 0;
                }
            }
            sum += plan.mode().taken();
            for (int i = 0; i < plan.packings().size(); i++) {
                sum += plan.packings().get(i).open(plan.choices().get(i), open, left);
            }
        }
        return sum;
    }

    /** Writes what was taken into the rules. */
    void note() {
        for (PartSearch.Plan plan : plans) {
            plan.mode().note();
            for (int i = 0; i < plan.packings().size(); i++) {
                Settlement.of(plan.packings().get(i), plan.choices().get(i), goods.numbers)
                        .note(goods.size);
            }
        }
    }

    /** Returns what is really taken off the sale. */
    long taken() {
        return taken;
    }

    /** Returns what is taken off if everything that was taken for granted is so. */
    long hoped() {
        return hoped;
    }

    /** Returns what no combination can exceed. */
    long most() {
        return Math.addExact(hoped, bound);
    }
}
