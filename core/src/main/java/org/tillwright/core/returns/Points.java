package org.tillwright.core.returns;

import org.tillwright.core.money.Allocation;
import org.tillwright.core.money.Money;

/**
 * How points follow money: so many for each full step of what was paid.
 *
 * @param stepMinor minor units of a step, more than 0
 * @param perStep points for each
 */
public record Points(long stepMinor, long perStep) {

    public Points {
        if (stepMinor < 1 || perStep < 0) {
            throw new IllegalArgumentException(perStep + " points for each " + stepMinor + " minor units");
        }
    }

    /** Returns the points for what was paid; none for less than nothing. */
    public long earned(Money paid) {
        if (stepMinor < 1) {
            throw new ArithmeticException("no step");
        }
        return paid.isNegative() ? 0 : Math.multiplyExact(paid.minor() / stepMinor, perStep);
    }

    /**
     * Returns the points to take back: those of what the sale came to before this return, less those of what is left of
     * it. Any returns in any order sum to the points of the sale.
     *
     * @param paid what the points were earned on
     * @param refundedBefore what was given back of that before
     * @param refund what is given back of it now
     */
    public long takenBack(Money paid, Money refundedBefore, Money refund) {
        Money before = paid.minus(refundedBefore);
        return earned(before) - earned(before.minus(refund));
    }

    /**
     * Returns the points to give back of those that the customer paid with: in proportion to what comes back, by
     * cumulative rounding.
     *
     * @param redeemed points that the sale was paid with
     */
    public static long givenBack(long redeemed, Money paid, Money refundedBefore, Money refund) {
        Money after = refundedBefore.plus(refund);
        return Allocation.share(redeemed, after.minor(), paid.minor())
                - Allocation.share(redeemed, refundedBefore.minor(), paid.minor());
    }
}
