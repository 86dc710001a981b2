package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Effect.QuantityBreaks.Break;
import org.tillwright.core.promotion.Promotion.Combining;

/** Lines and promotions at random, close enough to each other that most promotions have something to do. */
record RandomSale(List<PromotionLine> lines, List<Promotion> promotions) {

    private static final long[] PRICES = {5, 99, 100, 100, 149, 250, 333, 1000, 1999};
    private static final int[] PERCENTS = {0, 5, 10, 25, 33, 50, 100};

    PromotionResult priced(Situation situation) {
        return PromotionEngine.apply(PromotionIndex.of(promotions), lines, situation);
    }

    static RandomSale of(Random random, int lines, int pieces, int promotions) {
        List<PromotionLine> cart = new ArrayList<>();
        int left = 1 + random.nextInt(pieces);
        for (int number = 1; number <= lines && left > 0; number++) {
            int quantity = 1 + random.nextInt(Math.min(left, 4));
            left -= quantity;
            cart.add(line(random, number, quantity));
        }
        List<Promotion> rules = new ArrayList<>();
        int count = 1 + random.nextInt(promotions);
        for (int i = 0; i < count; i++) {
            Combining combining = random.nextBoolean() ? Combining.EXCLUSIVE : Combining.STACKING;
            Conditions conditions =
                    random.nextInt(4) == 0 ? Conditions.NONE.limited(1L + random.nextInt(3), null) : Conditions.NONE;
            rules.add(Promotion.of("P" + i, random.nextInt(3), combining, conditions, effect(random)));
        }
        return new RandomSale(cart, rules);
    }

    private static PromotionLine line(Random random, int number, int quantity) {
        int item = random.nextInt(6);
        String itemId = "I" + item;
        String department = "D" + item % 2;
        if (random.nextInt(8) == 0) {
            long milli = 1L + random.nextInt(3000);
            return new PromotionLine(
                    number, itemId, department, new Quantity(milli), true, random.nextInt(2500), random.nextInt(9) > 0);
        }
        long price = PRICES[random.nextInt(PRICES.length)];
        long amount = price * quantity + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
        return new PromotionLine(
                number, itemId, department, Quantity.of(quantity), false, amount, random.nextInt(15) > 0);
    }

    static ItemSelection items(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> ItemSelection.ALL;
            case 1 -> ItemSelection.ALL.exceptItems("I" + random.nextInt(6));
            case 2 -> ItemSelection.ofDepartments("D" + random.nextInt(2));
            case 3 -> ItemSelection.ofItems("I" + random.nextInt(6));
            default -> ItemSelection.ofItems("I" + random.nextInt(3), "I" + (3 + random.nextInt(3)));
        };
    }

    static Effect effect(Random random) {
        Rate off = Rate.percent(Integer.toString(PERCENTS[random.nextInt(PERCENTS.length)]));
        long minor = 1L + random.nextInt(random.nextBoolean() ? 100 : 1500);
        ItemSelection items = items(random);
        return switch (random.nextInt(11)) {
            case 0 -> new Effect.PercentOff(items, off);
            case 1 -> new Effect.AmountOff(items, minor);
            case 2 -> new Effect.FixedPrice(items, minor);
            case 3 -> new Effect.BuyGet(items, 1 + random.nextInt(2), items, 1, off);
            case 4 -> new Effect.BuyGet(items, 1 + random.nextInt(2), items(random), 1 + random.nextInt(2), off);
            case 5 -> new Effect.MixAndMatch(items, 1 + random.nextInt(4), minor);
            case 6 ->
                new Effect.Bundle(
                        List.of(
                                new Effect.Bundle.Part(items, 1),
                                new Effect.Bundle.Part(items(random), 1 + random.nextInt(2))),
                        minor);
            case 7 -> new Effect.CheapestOff(items, 2 + random.nextInt(3), 1 + random.nextInt(2), off);
            case 8 -> new Effect.SpendPercent(items, minor * 2, off);
            case 9 -> new Effect.SpendAmount(items, minor * 2, minor);
            default ->
                new Effect.QuantityBreaks(
                        items,
                        List.of(
                                Break.off(Quantity.of(1 + random.nextInt(2)), off),
                                Break.price(Quantity.of(3 + random.nextInt(2)), minor)));
        };
    }
}
