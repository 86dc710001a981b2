package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the lawful combination of promotions that takes most off a sale. The same index, lines and situation give the same
 * answer on every machine; docs/promotions.md says what is lawful and what is best.
 */
public final class PromotionEngine {

    private final Goods goods;
    private final List<Touched> near;
    private final List<Touched> exclusive = new ArrayList<>();
    private final List<Touched> stacking = new ArrayList<>();
    private final Turns turns;
    private final long[] open;
    private final long[] left;
    private long bound;

    private PromotionEngine(Goods goods, List<Touched> near) {
        this.goods = goods;
        this.near = near;
        for (Touched touched : near) {
            if (touched.counts() && touched.rule.isExclusive()) {
                exclusive.add(touched);
            } else if (touched.counts() && touched.rule.isStacking()) {
                stacking.add(touched);
            }
        }
        this.turns = new Turns(goods, stacking);
        this.open = goods.pieces.clone();
        this.left = goods.amounts.clone();
    }

    /**
     * Applies the promotions of {@code index}.
     *
     * @param lines what the customer has; no two of one number
     * @throws ArithmeticException if amounts run beyond a long
     */
    public static PromotionResult apply(PromotionIndex index, List<PromotionLine> lines, Situation situation) {
        Goods goods = Goods.of(lines);
        List<Touched> near = index.near(lines, goods, situation);
        return near.isEmpty() ? PromotionResult.NOTHING : new PromotionEngine(goods, near).applied();
    }

    private PromotionResult applied() {
        if (!exclusive.isEmpty()) {
            distributeExclusive();
        }
        turns.take(open, left, true);
        bound = Math.addExact(bound, turns.shortfall());
        return new Telling(goods, near).result(bound);
    }

    private void distributeExclusive() {
        Hopes hopes = new Hopes(goods, stacking);
        StepCount combinations = new StepCount();
        for (int[] part : parts()) {
            List<Touched> here = new ArrayList<>();
            for (Touched touched : exclusive) {
                if (touches(touched, part)) {
                    here.add(touched);
                }
            }
            if (!here.isEmpty()) {
                PartSearch search = new PartSearch(goods, part, here, hopes, turns, combinations);
                search.search();
                bound = Math.addExact(bound, search.bound());
                PartSearch.Plan plan = search.best();
                if (plan != null) {
                    carryOut(plan, part);
                }
            }
        }
    }

    /** Returns the lines in parts between which no promotion makes one depend on another. */
    private List<int[]> parts() {
        boolean[] all = new boolean[goods.size];
        Arrays.fill(all, true);
        Groups groups = new Groups(goods.size);
        for (Touched touched : near) {
            if (touched.counts() && touched.rule.kind != Rule.Kind.COUPON && touched.joinsLines(goods)) {
                groups.join(touched, all);
            }
        }
        return groups.of(all);
    }

    private static boolean touches(Touched touched, int[] lines) {
        for (int line : lines) {
            if (touched.maskOf(line) != 0) {
                return true;
            }
        }
        return false;
    }

    private void carryOut(PartSearch.Plan plan, int[] part) {
        for (int line : part) {
            if (plan.mode().consumes(line)) {
                open[line] = 0;
                left[line] = 0;
            }
        }
        plan.mode().note();
        for (int i = 0; i < plan.packings().size(); i++) {
            Packing packing = plan.packings().get(i);
            int[] choices = plan.choices().get(i);
            packing.open(choices, open, left);
            Settlement.of(packing, choices, goods.numbers).note(goods.size);
        }
    }
}
