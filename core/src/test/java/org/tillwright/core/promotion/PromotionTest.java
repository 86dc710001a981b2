package org.tillwright.core.promotion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Effect.QuantityBreaks.Break;
import org.tillwright.core.promotion.Promotion.Combining;

/** A promotion that means nothing is refused where it is made, in one sentence that names it. */
class PromotionTest {

    private static final ItemSelection TEA = ItemSelection.ofItems("tea");
    private static final Rate TEN = Rate.percent("10");

    static Stream<Arguments> nonsense() {
        LocalDateTime noon = LocalDateTime.of(2026, 3, 14, 12, 0);
        return Stream.of(
                arguments(new Effect.PercentOff(ItemSelection.ofItems(), TEN), Conditions.NONE, "refers to no item"),
                arguments(new Effect.PercentOff(TEA.exceptItems("tea"), TEN), Conditions.NONE, "refers to no item"),
                arguments(new Effect.PercentOff(TEA, Rate.percent("100.0001")), Conditions.NONE, "100.0001 %"),
                arguments(new Effect.PercentOff(TEA, Rate.percent("-1")), Conditions.NONE, "-1 %"),
                arguments(new Effect.AmountOff(TEA, 0), Conditions.NONE, "not above 0"),
                arguments(new Effect.FixedPrice(TEA, -1), Conditions.NONE, "price below 0"),
                arguments(new Effect.MixAndMatch(TEA, 0, 100), Conditions.NONE, "counts 0 pieces"),
                arguments(new Effect.BuyGet(TEA, 2, TEA, 0, TEN), Conditions.NONE, "counts 0 pieces"),
                arguments(new Effect.CheapestOff(TEA, 2, 3, TEN), Conditions.NONE, "more pieces than a set"),
                arguments(new Effect.Bundle(List.of(), 100), Conditions.NONE, "bundle of nothing"),
                arguments(new Effect.SpendAmount(TEA, 0, 100), Conditions.NONE, "threshold"),
                arguments(new Effect.QuantityBreaks(TEA, List.of()), Conditions.NONE, "no quantity break"),
                arguments(
                        new Effect.QuantityBreaks(
                                TEA, List.of(Break.off(Quantity.of(5), TEN), Break.off(Quantity.of(5), TEN))),
                        Conditions.NONE,
                        "do not rise"),
                arguments(new Effect.NextSaleCoupon(TEA, 100, " "), Conditions.NONE, "without a code"),
                arguments(new Effect.PercentOff(TEA, TEN), Conditions.NONE.limited(0L, null), "per sale below 1"),
                arguments(new Effect.PercentOff(TEA, TEN), Conditions.NONE.limited(null, 0L), "per customer below 1"),
                arguments(
                        new Effect.PercentOff(TEA, TEN), Conditions.NONE.between(noon, noon), "ends before it begins"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("nonsense")
    void nonsenseIsRefusedByName(Effect effect, Conditions conditions, String fault) {
        assertThatThrownBy(() -> Promotion.of("SPRING", 1, Combining.STACKING, conditions, effect))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("promotion SPRING")
                .hasMessageContaining(fault);
    }

    @Test
    void whatIsFreeOrNamedTwiceIsNotNonsense() {
        assertThatCode(() -> Promotion.of(
                        "FREE",
                        1,
                        Combining.STACKING,
                        Conditions.NONE,
                        new Effect.FixedPrice(ItemSelection.ofItems("tea", "tea"), 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void twoPromotionsOfOneIdAreRefused() {
        Promotion one = Promotion.of("SPRING", 1, Combining.STACKING, Conditions.NONE, new Effect.PercentOff(TEA, TEN));

        assertThatThrownBy(() -> PromotionIndex.of(List.of(one, one))).hasMessageContaining("SPRING is there twice");
    }
}
