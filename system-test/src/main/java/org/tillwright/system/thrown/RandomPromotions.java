package org.tillwright.system.thrown;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;

/** Throws promotions of every effect, over few items so that they get into each other's way. */
final class RandomPromotions {

    private static final List<Long> SHARES =
            List.of(50_000L, 100_000L, 125_000L, 200_000L, 250_000L, 333_333L, 500_000L, 1_000_000L);

    private final Dice dice;
    private final int items;
    private final long typicalMinor;

    /**
     * @param items how many items the book has
     * @param typicalMinor what a usual item costs, so that thresholds are sometimes reached
     */
    RandomPromotions(Dice dice, int items, long typicalMinor) {
        this.dice = dice;
        this.items = items;
        this.typicalMinor = Math.max(2, typicalMinor);
    }

    List<Promotion> some(int count) {
        List<Promotion> promotions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            promotions.add(new Promotion(
                    "P" + i,
                    dice.below(3),
                    dice.oneOf(Promotion.Combining.values()),
                    conditions(),
                    dice.oneOf(Promotion.ReturnPolicy.values()),
                    dice.percent(8),
                    effect()));
        }
        return promotions;
    }

    private Effect effect() {
        return switch (dice.below(11)) {
            case 0 -> new Effect.PercentOff(selection(), share());
            case 1 -> new Effect.AmountOff(selection(), amount(4));
            case 2 -> new Effect.FixedPrice(selection(), dice.between(0, typicalMinor));
            case 3 -> buyGet();
            case 4 -> {
                int count = (int) dice.between(2, 4);
                yield new Effect.MixAndMatch(selection(), count, dice.between(0, typicalMinor * count));
            }
            case 5 -> bundle();
            case 6 -> {
                int every = (int) dice.between(2, 4);
                yield new Effect.CheapestOff(selection(), every, (int) dice.between(1, every - 1), share());
            }
            case 7 -> new Effect.SpendPercent(selection(), amount(6), share());
            case 8 -> new Effect.SpendAmount(selection(), amount(6), amount(3));
            case 9 -> breaks();
            default -> new Effect.NextSaleCoupon(selection(), amount(6), "NEXT");
        };
    }

    private Effect buyGet() {
        ItemSelection buy = selection();
        ItemSelection get = dice.percent(50) ? buy : selection();
        return new Effect.BuyGet(buy, (int) dice.between(1, 3), get, (int) dice.between(1, 2), share());
    }

    private Effect bundle() {
        List<Effect.Bundle.Part> parts = new ArrayList<>();
        long pieces = 0;
        for (int i = (int) dice.between(1, 3); i > 0; i--) {
            int count = (int) dice.between(1, 2);
            pieces += count;
            parts.add(new Effect.Bundle.Part(selection(), count));
        }
        return new Effect.Bundle(parts, dice.between(0, typicalMinor * pieces));
    }

    private Effect breaks() {
        List<Effect.QuantityBreaks.Break> breaks = new ArrayList<>();
        long milli = 0;
        for (int i = (int) dice.between(1, 3); i > 0; i--) {
            milli += dice.percent(70) ? dice.between(1, 4) * 1000 : dice.between(1, 2500);
            Quantity from = new Quantity(milli);
            breaks.add(
                    dice.percent(60)
                            ? Effect.QuantityBreaks.Break.off(from, share())
                            : Effect.QuantityBreaks.Break.price(from, dice.between(0, typicalMinor)));
        }
        return new Effect.QuantityBreaks(dice.percent(70) ? selection() : ItemSelection.ALL, breaks);
    }

    private Rate share() {
        return new Rate(dice.oneOf(SHARES));
    }

    private long amount(int times) {
        return dice.between(1, typicalMinor * times);
    }

    private ItemSelection selection() {
        ItemSelection chosen =
                switch (dice.below(6)) {
                    case 0 -> ItemSelection.ALL;
                    case 1 -> ItemSelection.ofDepartments("D" + dice.between(1, 3));
                    case 2 ->
                        new ItemSelection(false, Set.of(item()), Set.of("D" + dice.between(1, 3)), Set.of(), Set.of());
                    case 3 -> ItemSelection.ofItems(item());
                    default ->
                        new ItemSelection(false, Set.copyOf(List.of(item(), item())), Set.of(), Set.of(), Set.of());
                };
        if (!dice.percent(15)) {
            return chosen;
        }
        ItemSelection narrower = chosen.exceptItems(item());
        return narrower.isEmpty() ? chosen : narrower;
    }

    private String item() {
        return RandomBooks.item((int) dice.between(1, items));
    }

    private Conditions conditions() {
        Conditions conditions = Conditions.NONE;
        if (dice.percent(8)) {
            conditions = conditions.between(
                    RandomCarts.DAY.minusDays(dice.below(3)), RandomCarts.DAY.plusDays(dice.below(3) + 1L));
        }
        if (dice.percent(8)) {
            conditions = conditions.onDays(
                    EnumSet.of(dice.oneOf(DayOfWeek.values()), DayOfWeek.FRIDAY),
                    dice.percent(50)
                            ? null
                            : new Conditions.Hours(LocalTime.of(dice.below(24), 0), LocalTime.of(dice.below(24), 30)));
        }
        if (dice.percent(8)) {
            conditions = conditions.inStores(Set.of(dice.oneOf(RandomCarts.STORES)));
        }
        if (dice.percent(8)) {
            conditions = conditions.forGroups(Set.of(dice.oneOf(RandomCarts.GROUPS)));
        }
        if (dice.percent(12)) {
            conditions = conditions.withCoupon(dice.oneOf(RandomCarts.COUPONS));
        }
        if (dice.percent(6)) {
            conditions = conditions.paidBy(dice.oneOf(RandomCarts.TENDERS));
        }
        if (dice.percent(25)) {
            conditions = conditions.limited(
                    dice.percent(70) ? dice.between(1, 3) : null, dice.percent(40) ? dice.between(1, 3) : null);
        }
        return conditions;
    }
}
