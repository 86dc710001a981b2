package org.tillwright.core.promotion;

import java.util.ArrayList;
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
        boolean mayBeWrong = hopes.settleThresholds();
        Distribution distribution = Distribution.of(goods, exclusive, stacking, hopes, turns, combinations);
        long most = distribution.most();
        if (mayBeWrong && distribution.taken() < distribution.hoped()) {
            stacking.forEach(touched -> touched.settled = false);
            Distribution joined = Distribution.of(goods, exclusive, stacking, hopes, turns, combinations);
            most = Math.min(most, joined.most());
            distribution = joined.taken() >= distribution.taken() ? joined : distribution;
        }
        bound = Math.max(0, most - distribution.taken());
        distribution.carryOut(open, left);
        distribution.note();
    }
}
