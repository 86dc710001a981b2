package org.tillwright.register.device;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;

/**
 * What a scale shows at one moment.
 *
 * @param weight in kilograms, to the gram and without the tare; zero where the scale tells none
 * @param price what a scale that computes prices shows beside the weight; null for one that only weighs
 */
public record ScaleReading(Quantity weight, State state, @Nullable Price price) {

    /** What a scale shows that only weighs. */
    public ScaleReading(Quantity weight, State state) {
        this(weight, state, null);
    }

    /** A scale that tells no weight, and why. */
    public static ScaleReading none(State state) {
        return new ScaleReading(new Quantity(0), state);
    }

    /** True if goods can be sold by this weight: there is something on the scale, and it lies still. */
    public boolean isSellable() {
        return state == State.STILL && weight.milli() > 0;
    }

    /** The same without what the packing weighs. An empty plate stays empty; packing alone is less than nothing. */
    public ScaleReading less(long tareGrams) {
        if (tareGrams == 0 || weight.milli() <= 0) {
            return this;
        }
        long net = weight.milli() - tareGrams;
        boolean isTooLight = net < 0 && state == State.STILL;
        return new ScaleReading(new Quantity(net), isTooLight ? State.BELOW_ZERO : state, price);
    }

    /**
     * What the customer reads on a scale that computes prices.
     *
     * @param perKgMinor what a kilogram costs, in minor units
     * @param amountMinor what this weight costs, in minor units
     */
    public record Price(long perKgMinor, long amountMinor) {}

    /** What is to be thought of a weight. Goods are sold by the first only. */
    public enum State {
        /** It lies still. Nothing may be on the scale. */
        STILL,
        /** It has not come to rest. */
        MOVING,
        /** More than the scale can weigh. */
        TOO_HEAVY,
        /** Less than nothing: something was taken off after the scale was set to zero. */
        BELOW_ZERO,
        /** Nothing, or less than the scale may sell by. */
        BELOW_MINIMUM,
        /** What was weighed last still lies there, and must not be sold twice. */
        NOT_MOVED,
        /** The scale cannot show the price that goods have. */
        PRICE_REFUSED,
        /** The scale does not take this tare. */
        TARE_REFUSED,
        /** The scale wants proof that this program may be trusted, and the settings' polynomial is not the scale's. */
        NOT_TRUSTED,
        /** The scale itself says that it is out of order. */
        FAULTY
    }
}
