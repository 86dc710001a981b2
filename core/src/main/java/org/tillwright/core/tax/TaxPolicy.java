package org.tillwright.core.tax;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;

/**
 * How tax is worked out. Stored with each transaction, so that a refund years later follows the rule of its sale.
 *
 * <p>Net plus tax is always gross. With all tax in the price the gross is given and the net is what is left of it; with all
 * tax on top the net is given and the gross is the sum. docs/money.md says it with figures.
 *
 * @param placement where the tax of a rate is that says nothing of it itself
 * @param exemption what a customer who owes no tax pays for prices that hold it
 */
public record TaxPolicy(Placement placement, Level level, RoundingMode rounding, Exemption exemption) {

    public TaxPolicy {
        requireNonNull(placement, "placement");
        requireNonNull(level, "level");
        requireNonNull(exemption, "exemption");
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("tax that must not need rounding cannot be worked out");
        }
    }

    /** As transactions were stored before the exemption was part of them: the tax is taken out of the price. */
    public TaxPolicy(Placement placement, Level level, RoundingMode rounding) {
        this(placement, level, rounding, Exemption.STRIP_TAX);
    }

    /** Whether the prices of the book already hold the tax. */
    public enum Placement {
        IN_PRICE,
        ON_TOP
    }

    /** Whether each line's tax is rounded and then summed, or each tax once for the whole transaction. */
    public enum Level {
        PER_LINE,
        PER_TOTAL
    }

    /** What becomes of the tax in a price when the customer owes none: taken off, or kept by the shop. */
    public enum Exemption {
        STRIP_TAX,
        KEEP_GROSS
    }
}
