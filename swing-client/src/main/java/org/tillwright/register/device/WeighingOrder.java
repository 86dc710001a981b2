package org.tillwright.register.device;

import org.jspecify.annotations.Nullable;

/**
 * What is to be weighed, as far as a scale has to know it: one that computes prices shows them to the customer.
 *
 * @param number tells one weighing from the next, also of the same goods; {@link #LOOK} when nothing is sold by it
 * @param pricePerKgMinor what a kilogram costs, in minor units; null where that is not known, or no whole number of them
 * @param tareGrams what the packing weighs, which is not sold; 0 for none
 * @param text what the goods are called, for scales that show it
 */
public record WeighingOrder(long number, @Nullable Long pricePerKgMinor, long tareGrams, String text) {

    /** The number of a look at the scale that sells nothing. */
    public static final long LOOK = 0;

    /** Packing that weighs more is a typing mistake. */
    public static final long MOST_TARE_GRAMS = 9_999;

    public WeighingOrder {
        if (tareGrams < 0) {
            throw new IllegalArgumentException("packing weighs something or nothing: " + tareGrams);
        }
    }

    /** Just a look at what lies on the scale. */
    public static WeighingOrder look() {
        return new WeighingOrder(LOOK, null, 0, "");
    }
}
