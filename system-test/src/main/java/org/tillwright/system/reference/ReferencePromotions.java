package org.tillwright.system.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.PromotionLine;
import org.tillwright.core.promotion.Situation;

/**
 * Tries every lawful combination of promotions there is: the plainest way to find the best, and hopeless for more than a
 * few pieces. Written from docs/promotions.md.
 */
public final class ReferencePromotions {

    private final List<Goods> goods;
    private final List<Deal> exclusive = new ArrayList<>();
    private final List<Deal> stacking = new ArrayList<>();
    private final List<Deal> coupons = new ArrayList<>();
    private final long most;
    private final PromotionOutcome told;
    private final long toldTaken;
    private boolean isLawful;
    private PromotionOutcome best = PromotionOutcome.nothing();
    private long bestTaken = -1;
    private long combinations;

    private ReferencePromotions(
            List<Promotion> promotions,
            List<PromotionLine> lines,
            Situation situation,
            PromotionOutcome told,
            long most) {
        this.goods = Goods.inPriceOrder(lines);
        this.most = most;
        this.told = told;
        this.toldTaken = told.takenMinor();
        List<Promotion> ordered = new ArrayList<>(promotions);
        ordered.sort(Comparator.comparingInt(Promotion::priority).thenComparing(Promotion::promotionId));
        for (Promotion promotion : ordered) {
            long left = Activity.left(promotion, situation);
            if (left > 0) {
                Deal deal = Deal.of(promotion, left);
                if (promotion.effect() instanceof Effect.NextSaleCoupon) {
                    coupons.add(deal);
                } else if (promotion.combining() == Promotion.Combining.EXCLUSIVE) {
                    exclusive.add(deal);
                } else {
                    stacking.add(deal);
                }
            }
        }
    }

    /**
     * What there is to know of a cart and of what an engine told of it.
     *
     * @param takenMinor what the best combination takes off
     * @param best an outcome that takes so much
     * @param isLawful true if some combination comes to what was told: the same pieces, to the minor unit
     * @param coupons ids of the promotions that issue a coupon for a later sale, given what was told
     * @param combinations how many were lawful
     */
    public record Answer(
            long takenMinor, PromotionOutcome best, boolean isLawful, Set<String> coupons, long combinations) {}

    /**
     * Finds the best there is, and whether what was told is lawful; empty if there are more than {@code most} combinations
     * to look at.
     *
     * @throws ArithmeticException if an amount is beyond a long
     */
    public static Optional<Answer> judged(
            List<Promotion> promotions,
            List<PromotionLine> lines,
            Situation situation,
            PromotionOutcome told,
            long most) {
        PromotionOutcome lean = told.withoutNothing();
        ReferencePromotions search = new ReferencePromotions(promotions, lines, situation, lean, most);
        try {
            search.run();
        } catch (Stacking.TooManyException e) {
            return Optional.empty();
        }
        return Optional.of(new Answer(
                search.bestTaken, search.best, search.isLawful, search.couponsAfter(lean), search.combinations));
    }

    /** Any spend thresholds of one another's lines apart, and then all the rest on the lines that they leave. */
    private void run() throws Stacking.TooManyException {
        List<Deal> spending = exclusive.stream().filter(Deal::isOfSpending).toList();
        for (int chosen = 0; chosen < 1 << spending.size(); chosen++) {
            int[] spentBy = new int[goods.size()];
            Arrays.fill(spentBy, -1);
            boolean apart = true;
            for (int i = 0; i < spending.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    apart &= take(spending.get(i), spentBy);
                }
            }
            if (apart) {
                spread(spentBy);
            }
        }
    }

    private boolean take(Deal deal, int[] spentBy) {
        for (int line = 0; line < goods.size(); line++) {
            if (deal.selects(goods.get(line), 0)) {
                if (spentBy[line] >= 0) {
                    return false;
                }
                spentBy[line] = exclusive.indexOf(deal);
            }
        }
        return true;
    }

    private void spread(int[] spentBy) throws Stacking.TooManyException {
        List<List<LineChoice>> choices = new ArrayList<>();
        long ways = 1;
        for (int line = 0; line < goods.size(); line++) {
            List<LineChoice> ofLine = spentBy[line] >= 0
                    ? List.of(LineChoice.all(goods.get(line).pieces(), exclusive, spentBy[line]))
                    : LineChoice.of(goods.get(line), exclusive, most);
            choices.add(ofLine);
            ways *= ofLine.size();
            if (ways > most) {
                throw new Stacking.TooManyException();
            }
        }
        walk(choices, new ArrayList<>());
    }

    private void walk(List<List<LineChoice>> choices, List<LineChoice> chosen) throws Stacking.TooManyException {
        if (chosen.size() == choices.size()) {
            Combination combination = Combination.of(goods, exclusive, chosen);
            if (combination != null) {
                judge(combination);
            }
            return;
        }
        for (LineChoice choice : choices.get(chosen.size())) {
            chosen.add(choice);
            walk(choices, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }

    private void judge(Combination combination) throws Stacking.TooManyException {
        combinations++;
        List<Stacking.Turn> turns = new ArrayList<>(combination.turns());
        turns.addAll(combination.stacking(goods, most).run(stacking));
        long taken = taken(turns);
        if (taken > bestTaken) {
            bestTaken = taken;
            best = outcome(turns);
        }
        if (taken == toldTaken && !isLawful) {
            isLawful = outcome(turns).equals(told);
        }
    }

    private static long taken(List<Stacking.Turn> turns) {
        long taken = 0;
        for (Stacking.Turn turn : turns) {
            taken += turn.taking().sum();
        }
        return taken;
    }

    private PromotionOutcome outcome(List<Stacking.Turn> turns) {
        SortedMap<String, PromotionOutcome.Applied> byPromotion = new TreeMap<>();
        for (Stacking.Turn turn : turns) {
            SortedMap<Integer, PromotionOutcome.OnLine> byLine = new TreeMap<>();
            for (Counted counted : turn.counted()) {
                long taken = turn.taking().byLine().getOrDefault(counted.line(), 0L);
                // A line that is counted as two parts was taken from once.
                byLine.merge(
                        counted.goods().number(),
                        new PromotionOutcome.OnLine(counted.pieces(), taken),
                        (one, other) -> new PromotionOutcome.OnLine(one.pieces() + other.pieces(), taken));
            }
            byPromotion.put(
                    turn.deal().promotion().promotionId(),
                    new PromotionOutcome.Applied(turn.taking().times(), byLine));
        }
        return new PromotionOutcome(byPromotion).withoutNothing();
    }

    private Set<String> couponsAfter(PromotionOutcome outcome) {
        Set<String> issued = new LinkedHashSet<>();
        for (Deal deal : coupons) {
            long spent = 0;
            for (Goods line : goods) {
                if (deal.selects(line, 0)) {
                    spent += line.amountMinor() - outcome.byLine().getOrDefault(line.number(), 0L);
                }
            }
            if (spent >= ((Effect.NextSaleCoupon) deal.effect()).spendMinor()) {
                issued.add(deal.promotion().promotionId());
            }
        }
        return issued;
    }
}
