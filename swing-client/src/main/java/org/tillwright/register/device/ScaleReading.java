package org.tillwright.register.device;

import org.tillwright.core.money.Quantity;

/**
 * What a scale shows at one moment.
 *
 * @param weight in kilograms, to the gram; zero where the scale tells none
 */
public record ScaleReading(Quantity weight, State state) {

    /** True if goods can be sold by this weight: there is something on the scale, and it lies still. */
    public boolean isSellable() {
        return state == State.STILL && weight.milli() > 0;
    }

    /** What is to be thought of a weight. */
    public enum State {
        /** It lies still. Nothing may be on the scale. */
        STILL,
        /** It has not come to rest. */
        MOVING,
        /** More than the scale can weigh. */
        TOO_HEAVY,
        /** Less than nothing: something was taken off after the scale was set to zero. */
        BELOW_ZERO
    }
}
