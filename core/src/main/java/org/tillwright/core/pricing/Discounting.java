package org.tillwright.core.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Allocation;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;

/**
 * Takes off what operators take off by hand: first percentages of lines, then percentages of the sale, then amounts of
 * lines, then amounts of the sale. Each takes its part of what those before it left, and none more than is left.
 */
final class Discounting {

    private Discounting() {}

    /** Takes {@code discounts} and those of the lines off what of {@code all} discounts may touch. */
    static void takeOff(List<OpenLine> all, List<ManualDiscount> discounts, Currency currency) {
        List<OpenLine> lines = only(all, OpenLine::isDiscountable);
        for (OpenLine line : lines) {
            for (ManualDiscount discount : line.wanted.discounts()) {
                Rate percent = discount.percent();
                if (percent != null) {
                    line.takePercent(Discount.Source.LINE, discount.discountId(), percent.ppm());
                }
            }
        }
        // a discount on the sale is one on what is sold in it, not on what comes back
        List<OpenLine> sold = discounts.isEmpty() ? List.of() : only(lines, OpenLine::isSale);
        for (ManualDiscount discount : discounts) {
            if (discount.percent() != null) {
                percentOfSale(sold, discount.discountId(), discount.percent().ppm());
            }
        }
        for (OpenLine line : lines) {
            for (ManualDiscount discount : line.wanted.discounts()) {
                if (discount.amount() != null) {
                    line.takeOff(Discount.Source.LINE, discount.discountId(), minor(discount.amount(), currency));
                }
            }
        }
        for (ManualDiscount discount : discounts) {
            if (discount.amount() != null) {
                amountOfSale(sold, discount.discountId(), minor(discount.amount(), currency));
            }
        }
    }

    private static void percentOfSale(List<OpenLine> lines, String id, long ppm) {
        long[] weights = weights(lines);
        long[] parts = Allocation.spread(Allocation.share(sum(weights), ppm, Rate.WHOLE), weights);
        for (int i = 0; i < parts.length; i++) {
            lines.get(i).takePercent(Discount.Source.SALE, id, ppm, parts[i]);
        }
    }

    private static void amountOfSale(List<OpenLine> lines, String id, long amount) {
        long[] weights = weights(lines);
        long[] parts = Allocation.spread(Math.min(amount, sum(weights)), weights);
        for (int i = 0; i < parts.length; i++) {
            lines.get(i).takeOff(Discount.Source.SALE, id, parts[i]);
        }
    }

    private static List<OpenLine> only(List<OpenLine> lines, Predicate<OpenLine> which) {
        List<OpenLine> some = new ArrayList<>(lines.size());
        for (OpenLine line : lines) {
            if (which.test(line)) {
                some.add(line);
            }
        }
        return some;
    }

    private static long[] weights(List<OpenLine> lines) {
        long[] weights = new long[lines.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = lines.get(i).left();
        }
        return weights;
    }

    private static long sum(long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        return sum;
    }

    private static long minor(@Nullable Money amount, Currency currency) {
        if (amount == null || !amount.currency().equals(currency)) {
            throw new IllegalArgumentException("mixed currencies: " + amount + " in a sale of " + currency.code());
        }
        return amount.minor();
    }
}
