package org.tillwright.core.promotion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Effect.AmountOff;
import org.tillwright.core.promotion.Effect.Bundle;
import org.tillwright.core.promotion.Effect.BuyGet;
import org.tillwright.core.promotion.Effect.CheapestOff;
import org.tillwright.core.promotion.Effect.FixedPrice;
import org.tillwright.core.promotion.Effect.MixAndMatch;
import org.tillwright.core.promotion.Effect.NextSaleCoupon;
import org.tillwright.core.promotion.Effect.PercentOff;
import org.tillwright.core.promotion.Effect.QuantityBreaks;
import org.tillwright.core.promotion.Effect.SpendAmount;
import org.tillwright.core.promotion.Effect.SpendPercent;

/** Refuses a promotion that cannot mean anything, in one sentence that names it. */
final class PromotionCheck {

    private static final long WHOLE_PPM = 1_000_000;

    /** More pieces in one set than any shop asks for; it keeps the search small. */
    private static final int MOST_PIECES_OF_A_SET = 1000;

    private static final int MOST_PARTS_OF_A_BUNDLE = 12;

    /** Prices, amounts and thresholds stay so far below a long that no count of pieces of a cart makes them wrap. */
    private static final long MOST_MINOR = 1_000_000_000_000_000L;

    private final String promotionId;

    private PromotionCheck(String promotionId) {
        this.promotionId = promotionId;
    }

    static void check(String promotionId, Conditions conditions, Effect effect) {
        PromotionCheck check = new PromotionCheck(promotionId);
        check.require(!promotionId.trim().isEmpty(), "has no id");
        check.conditions(requireNonNull(conditions, "conditions"));
        check.effect(requireNonNull(effect, "effect"));
    }

    private void conditions(Conditions conditions) {
        boolean orderly = conditions.from() == null
                || conditions.until() == null
                || conditions.from().isBefore(conditions.until());
        require(orderly, "ends before it begins");
        limit(conditions.perSale(), "per sale");
        limit(conditions.perCustomer(), "per customer");
        String code = conditions.couponCode();
        require(code == null || !code.trim().isEmpty(), "asks for a coupon without a code");
    }

    private void limit(@Nullable Long limit, String of) {
        require(limit == null || limit >= 1, "has a limit " + of + " below 1");
    }

    private void effect(Effect effect) {
        if (effect instanceof PercentOff percent) {
            selection(percent.items());
            share(percent.off());
        } else if (effect instanceof AmountOff amount) {
            selection(amount.items());
            amount(amount.offMinor());
        } else if (effect instanceof FixedPrice fixed) {
            selection(fixed.items());
            price(fixed.priceMinor());
        } else if (effect instanceof SpendPercent spend) {
            spending(spend.items(), spend.spendMinor());
            share(spend.off());
        } else if (effect instanceof SpendAmount spend) {
            spending(spend.items(), spend.spendMinor());
            amount(spend.offMinor());
        } else if (effect instanceof NextSaleCoupon coupon) {
            spending(coupon.items(), coupon.spendMinor());
            require(!coupon.couponCode().trim().isEmpty(), "gives a coupon without a code");
        } else if (effect instanceof QuantityBreaks breaks) {
            selection(breaks.items());
            rising(breaks.breaks());
        } else {
            set(effect);
        }
    }

    private void set(Effect effect) {
        if (effect instanceof BuyGet buyGet) {
            selection(buyGet.buy());
            selection(buyGet.get());
            count(buyGet.buyCount());
            count(buyGet.getCount());
            share(buyGet.off());
        } else if (effect instanceof CheapestOff cheapest) {
            selection(cheapest.items());
            count(cheapest.every());
            count(cheapest.cheapest());
            require(cheapest.cheapest() <= cheapest.every(), "lowers more pieces than a set has");
            share(cheapest.off());
        } else if (effect instanceof MixAndMatch mix) {
            selection(mix.items());
            count(mix.count());
            price(mix.priceMinor());
        } else if (effect instanceof Bundle bundle) {
            require(!bundle.parts().isEmpty(), "is a bundle of nothing");
            require(bundle.parts().size() <= MOST_PARTS_OF_A_BUNDLE, "has more parts than " + MOST_PARTS_OF_A_BUNDLE);
            for (Bundle.Part part : bundle.parts()) {
                selection(part.items());
                count(part.count());
            }
            price(bundle.priceMinor());
        }
    }

    private void selection(ItemSelection items) {
        require(!items.isEmpty(), "refers to no item");
    }

    private void spending(ItemSelection items, long spendMinor) {
        selection(items);
        require(spendMinor > 0, "has a threshold that is not above 0");
        require(spendMinor <= MOST_MINOR, "has a threshold beyond " + MOST_MINOR + " minor units");
    }

    private void amount(long offMinor) {
        require(offMinor > 0, "takes off an amount that is not above 0");
        require(offMinor <= MOST_MINOR, "takes off more than " + MOST_MINOR + " minor units");
    }

    private void share(Rate off) {
        require(off.ppm() >= 0 && off.ppm() <= WHOLE_PPM, "takes off " + off.percentText() + " %, not 0 to 100");
    }

    private void price(long priceMinor) {
        require(priceMinor >= 0, "has a price below 0");
        require(priceMinor <= MOST_MINOR, "has a price beyond " + MOST_MINOR + " minor units");
    }

    private void count(int count) {
        require(count >= 1, "counts " + count + " pieces, not at least 1");
        require(count <= MOST_PIECES_OF_A_SET, "counts more pieces than " + MOST_PIECES_OF_A_SET);
    }

    private void rising(List<QuantityBreaks.Break> breaks) {
        require(!breaks.isEmpty(), "has no quantity break");
        Quantity before = new Quantity(0);
        for (QuantityBreaks.Break step : breaks) {
            Rate off = step.off();
            Long priceMinor = step.priceMinor();
            require((off == null) != (priceMinor == null), "has a break without one share or one price");
            share(off == null ? Rate.ZERO : off);
            price(priceMinor == null ? 0 : priceMinor);
            require(step.from().milli() > before.milli(), "has quantity breaks that do not rise from above 0");
            before = step.from();
        }
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("promotion " + promotionId + " " + fault);
        }
    }
}
