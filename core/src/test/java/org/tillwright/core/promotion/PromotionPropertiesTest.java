package org.tillwright.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every cart and all promotions there can be. */
class PromotionPropertiesTest {

    private static final Situation NOON = Situation.of(LocalDateTime.of(2026, 3, 14, 12, 0), "S1");

    @Property(tries = 20_000)
    void nothingLessThanTheBestOfAllCombinationsIsTaken(@ForAll("small") RandomSale sale) {
        PromotionResult result = sale.priced(NOON);

        assertThat(result.takenMinor())
                .as("%s", sale)
                .isEqualTo(EveryCombination.taken(sale.lines(), sale.promotions()));
        assertThat(result.boundMinor()).isZero();
    }

    @Property(tries = 500)
    void noLineLosesMoreThanItCostsAndNoAmountIsNegative(@ForAll("large") RandomSale sale) {
        Map<Integer, Long> takenByLine = new HashMap<>();
        for (PromotionResult.Applied applied : sale.priced(NOON).applied()) {
            assertThat(applied.times()).isPositive();
            for (PromotionResult.Reduction reduction : applied.reductions()) {
                assertThat(reduction.takenMinor()).isNotNegative();
                assertThat(reduction.pieces()).isPositive();
                takenByLine.merge(reduction.lineNumber(), reduction.takenMinor(), Long::sum);
            }
        }
        for (PromotionLine line : sale.lines()) {
            long taken = takenByLine.getOrDefault(line.number(), 0L);
            assertThat(taken).as("%s", sale).isBetween(0L, Math.max(0, line.amountMinor()));
            assertThat(taken == 0 || line.eligible()).isTrue();
        }
    }

    @Property(tries = 500)
    void aPieceOfAnExclusivePromotionIsInNoOther(@ForAll("large") RandomSale sale) {
        Map<Integer, Long> exclusive = new HashMap<>();
        Map<Integer, Long> shared = new HashMap<>();
        for (PromotionResult.Applied applied : sale.priced(NOON).applied()) {
            boolean stacks = applied.promotion().combining() == Promotion.Combining.STACKING;
            for (PromotionResult.Reduction reduction : applied.reductions()) {
                if (stacks) {
                    shared.merge(reduction.lineNumber(), reduction.pieces(), Math::max);
                } else {
                    exclusive.merge(reduction.lineNumber(), reduction.pieces(), Long::sum);
                }
            }
        }
        for (PromotionLine line : sale.lines()) {
            long counted = exclusive.getOrDefault(line.number(), 0L) + shared.getOrDefault(line.number(), 0L);
            assertThat(counted).as("%s", sale).isLessThanOrEqualTo(line.pieces());
        }
    }

    @Property(tries = 300)
    void theOrderOfLinesAndOfPromotionsChangesNothing(@ForAll("large") RandomSale sale, @ForAll Random shuffling) {
        List<PromotionLine> lines = new ArrayList<>(sale.lines());
        List<Promotion> promotions = new ArrayList<>(sale.promotions());
        Collections.shuffle(lines, shuffling);
        Collections.shuffle(promotions, shuffling);

        assertThat(new RandomSale(lines, promotions).priced(NOON)).isEqualTo(sale.priced(NOON));
    }

    @Property(tries = 300)
    void anExclusivePromotionThatIsAddedCostsNobodyMore(
            @ForAll("large") RandomSale sale, @ForAll("large") RandomSale other) {
        List<Promotion> more = new ArrayList<>(sale.promotions());
        for (Promotion promotion : other.promotions()) {
            if (promotion.combining() == Promotion.Combining.EXCLUSIVE) {
                more.add(Promotion.of(
                        "new",
                        promotion.priority(),
                        Promotion.Combining.EXCLUSIVE,
                        promotion.conditions(),
                        promotion.effect()));
                break;
            }
        }
        PromotionResult before = sale.priced(NOON);
        PromotionResult after = new RandomSale(sale.lines(), more).priced(NOON);

        assertThat(after.takenMinor() + after.boundMinor()).as("%s", sale).isGreaterThanOrEqualTo(before.takenMinor());
    }

    @Property(tries = 300)
    void everyPromotionThatIsNearIsToldOfOnce(@ForAll("large") RandomSale sale) {
        PromotionResult result = sale.priced(NOON);
        List<String> told = new ArrayList<>();
        result.applied().forEach(applied -> told.add(applied.promotion().promotionId()));
        result.notApplied().forEach(not -> told.add(not.promotionId()));
        result.coupons().forEach(coupon -> told.add(coupon.promotionId()));

        assertThat(told).doesNotHaveDuplicates();
        assertThat(result.notApplied())
                .allSatisfy(not -> assertThat(not.missing()).isNotNegative());
        assertThat(result.applied())
                .allSatisfy(applied -> assertThat(applied.takenMinor()).isPositive());
    }

    @Provide
    Arbitrary<RandomSale> small() {
        return Arbitraries.randomValue(random -> RandomSale.of(random, 5, 6, 4));
    }

    @Provide
    Arbitrary<RandomSale> large() {
        return Arbitraries.randomValue(random -> RandomSale.of(random, 12, 30, 8));
    }
}
