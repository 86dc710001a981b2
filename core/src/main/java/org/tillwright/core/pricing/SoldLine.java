package org.tillwright.core.pricing;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;

/**
 * A line of an earlier sale as it was stored, and what has come back of it since.
 *
 * @param quantity how much was sold, more than zero
 * @param unitPrice what one unit cost then
 * @param paid every amount as it was sold, with that sale's taxes
 * @param returned how much of it came back before, from zero to {@code quantity}
 * @param clawback for goods of a sale whose promotion is taken back: what they are worth in this return, whatever their
 *     share of {@code paid} is; null for all others
 */
public record SoldLine(
        Quantity quantity, UnitPrice unitPrice, LineAmounts paid, Quantity returned, @Nullable LineAmounts clawback) {

    public SoldLine {
        if (quantity.milli() <= 0) {
            throw new IllegalArgumentException("a sale of " + quantity.decimal() + " cannot come back");
        }
        if (returned.isNegative() || returned.milli() > quantity.milli()) {
            throw new IllegalArgumentException(
                    returned.decimal() + " of " + quantity.decimal() + " cannot have come back");
        }
    }

    /** A line of which nothing has come back. */
    public SoldLine(Quantity quantity, UnitPrice unitPrice, LineAmounts paid) {
        this(quantity, unitPrice, paid, new Quantity(0));
    }

    /** Goods of no such sale. */
    public SoldLine(Quantity quantity, UnitPrice unitPrice, LineAmounts paid, Quantity returned) {
        this(quantity, unitPrice, paid, returned, null);
    }

    /** Returns how much may still come back. */
    public Quantity left() {
        return new Quantity(quantity.milli() - returned.milli());
    }

    /** Returns this line after some more of it came back. */
    public SoldLine after(Quantity back) {
        return new SoldLine(quantity, unitPrice, paid, returned.plus(back));
    }

    /** Returns this line with what its goods are worth in a return of a sale whose promotion is taken back. */
    public SoldLine withClawback(LineAmounts worth) {
        return new SoldLine(quantity, unitPrice, paid, returned, worth);
    }

    /**
     * Returns what {@code back} of this line is worth, as amounts of a sale. By cumulative rounding: what was paid for all
     * that has then come back, less what was paid for all that came back before. So any returns in any order sum to what
     * was paid, for each tax and each discount.
     *
     * @throws IllegalArgumentException if that is more than there is left
     */
    public LineAmounts worthOf(Quantity back) {
        requireLeft(back);
        if (clawback != null) {
            return clawback;
        }
        long of = quantity.milli();
        long before = returned.milli();
        return paid.share(before + back.milli(), of).minus(paid.share(before, of));
    }

    /** Refuses goods that are not left to come back: a bug of who asks, since the receipt says what was sold. */
    public void requireLeft(Quantity back) {
        if (back.milli() <= 0 || back.milli() > left().milli()) {
            throw new IllegalArgumentException(back.decimal().toPlainString() + " come back, and "
                    + left().decimal().toPlainString() + " are left of what was sold");
        }
    }
}
