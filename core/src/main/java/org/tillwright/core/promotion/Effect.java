package org.tillwright.core.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;

/**
 * What a promotion does. All amounts are minor units of the shop's currency, tax as in its prices. What each takes off
 * which piece stands in docs/promotions.md.
 */
public sealed interface Effect {

    /** A share off every selected piece. */
    record PercentOff(ItemSelection items, Rate off) implements Effect {}

    /**
     * An amount off every selected piece, never more than the piece costs.
     *
     * @param offMinor for one unit of quantity; of 0.345 kg it takes 0.345 times that
     */
    record AmountOff(ItemSelection items, long offMinor) implements Effect {}

    /**
     * Every selected piece costs this and no more; a piece that costs less already keeps its price.
     *
     * @param priceMinor for one unit of quantity
     */
    record FixedPrice(ItemSelection items, long priceMinor) implements Effect {}

    /**
     * Whoever puts {@code buyCount} pieces of the one selection into a set gets {@code getCount} pieces of the other with a
     * share off: buy 2 get 1 free. Where both selections are one, the cheapest of a set are those with the share off.
     */
    record BuyGet(ItemSelection buy, int buyCount, ItemSelection get, int getCount, Rate off) implements Effect {}

    /** Any {@code count} selected pieces together cost {@code priceMinor}: 3 for 10.00. */
    record MixAndMatch(ItemSelection items, int count, long priceMinor) implements Effect {}

    /** So many of each part, together for one price: a meal deal. */
    record Bundle(List<Part> parts, long priceMinor) implements Effect {

        public Bundle {
            parts = List.copyOf(parts);
        }

        /** One part of a bundle: any {@code count} pieces of the selection. */
        public record Part(ItemSelection items, int count) {}
    }

    /**
     * Of every {@code every} selected pieces the {@code cheapest} cheapest have a share off: the third free, the second at
     * half price.
     */
    record CheapestOff(ItemSelection items, int every, int cheapest, Rate off) implements Effect {}

    /** Whoever spends {@code spendMinor} on selected pieces gets a share off all of them. */
    record SpendPercent(ItemSelection items, long spendMinor, Rate off) implements Effect {}

    /** Whoever spends {@code spendMinor} on selected pieces gets an amount off, spread over them. */
    record SpendAmount(ItemSelection items, long spendMinor, long offMinor) implements Effect {}

    /** The more, the cheaper: the highest break that all selected pieces together reach counts for each of them. */
    record QuantityBreaks(ItemSelection items, List<Break> breaks) implements Effect {

        public QuantityBreaks {
            breaks = List.copyOf(breaks);
        }

        /**
         * From this quantity on, either a share off every piece or a price of every piece.
         *
         * @param off null where a price is given
         * @param priceMinor for one unit of quantity; null where a share is given
         */
        public record Break(Quantity from, @Nullable Rate off, @Nullable Long priceMinor) {

            public static Break off(Quantity from, Rate off) {
                return new Break(from, off, null);
            }

            public static Break price(Quantity from, long priceMinor) {
                return new Break(from, null, priceMinor);
            }
        }
    }

    /** Whoever spends {@code spendMinor} on selected pieces gets a coupon for a later sale; nothing is taken off this one. */
    record NextSaleCoupon(ItemSelection items, long spendMinor, String couponCode) implements Effect {}
}
