package org.tillwright.register.device.scale;

import org.jspecify.annotations.Nullable;

/**
 * How a Dialog 06 scale is set up. It must be set the same way.
 *
 * @param priceDigits of a price per kilogram: 5 or 6
 * @param polynomial what the scale's maker and this register's shop agreed on, as {@link CheckNumbers} wants it; null
 *     for a scale that does not ask
 * @param checks how many pairs of check numbers the scale asks for: 1 to 5
 * @param showsText whether the scale is told what the goods are called
 */
public record Dialog06Settings(int priceDigits, @Nullable Integer polynomial, int checks, boolean showsText) {

    /** Without check numbers and without text. */
    public static final Dialog06Settings USUAL = new Dialog06Settings(6, null, 1, false);

    /** Says whether there is a polynomial, never which: it is a secret between two makers. */
    @Override
    public String toString() {
        return "Dialog 06, prices of " + priceDigits + " digits, " + checks + " checks, "
                + (polynomial == null ? "no polynomial" : "a polynomial");
    }
}
