package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;

/**
 * How tax is worked out. Stored with each transaction, so that a refund years later follows the rule of its sale.
 *
 * <p>Net plus tax is always gross. With tax in the price the gross is given, the net is rounded and the tax is what is
 * left; with tax on top the net is given, the tax is rounded and the gross is their sum.
 */
public record TaxPolicy(Placement placement, Level level, RoundingMode rounding) {

    public TaxPolicy {
        requireNonNull(placement, "placement");
        requireNonNull(level, "level");
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("tax that must not need rounding cannot be worked out");
        }
    }

    /** Whether the prices of the book already hold the tax. */
    public enum Placement {
        IN_PRICE,
        ON_TOP
    }

    /** Whether each line's tax is rounded and then summed, or each rate's tax once for the whole transaction. */
    public enum Level {
        PER_LINE,
        PER_TOTAL
    }
}
