package org.tillwright.core.pricing;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;

/**
 * A line of an earlier sale as it was stored, and what has come back of it since.
 *
 * @param quantity how much was sold, more than zero
 * @param unitPrice what one unit cost then
 * @param paid every amount as it was sold, with that sale's taxes
 * @param returned how much of it came back before, from zero to {@code quantity}
 * @param clawback for goods of a promotion that is taken back when they are; null for all others
 */
public record SoldLine(
        Quantity quantity, UnitPrice unitPrice, LineAmounts paid, Quantity returned, @Nullable Clawback clawback) {

    public SoldLine {
        if (quantity.milli() <= 0) {
            throw new IllegalArgumentException("a sale of " + quantity.decimal() + " cannot come back");
        }
        if (returned.isNegative() || returned.milli() > quantity.milli()) {
            throw new IllegalArgumentException(
                    returned.decimal() + " of " + quantity.decimal() + " cannot have come back");
        }
    }

    /** Goods of no such promotion. */
    public SoldLine(Quantity quantity, UnitPrice unitPrice, LineAmounts paid, Quantity returned) {
        this(quantity, unitPrice, paid, returned, null);
    }

    /** Returns how much may still come back. */
    public Quantity left() {
        return new Quantity(quantity.milli() - returned.milli());
    }

    /**
     * Returns what {@code back} of this line is worth, as amounts of a sale. By cumulative rounding: what was paid for all
     * that has then come back, less what was paid for all that came back before. So any returns in any order sum to what
     * was paid, for each tax and each discount.
     *
     * @throws IllegalArgumentException if that is more than there is left
     */
    public LineAmounts worthOf(Quantity back) {
        if (back.milli() <= 0 || back.milli() > left().milli()) {
            throw new IllegalArgumentException(back.decimal().toPlainString() + " come back, and "
                    + left().decimal().toPlainString() + " are left of what was sold");
        }
        if (clawback != null) {
            return clawback.worth();
        }
        long of = quantity.milli();
        long before = returned.milli();
        return paid.share(before + back.milli(), of).minus(paid.share(before, of));
    }

    /**
     * What a whole sale came to, and would have come to without the goods that are back.
     *
     * @param paid for the whole sale
     * @param kept what the goods that stay cost by themselves, after this return, at that sale's prices and promotions
     * @param refunded for goods of the same sale, before this return
     */
    public record Clawback(LineAmounts paid, LineAmounts kept, LineAmounts refunded) {

        /** Paid less what the kept goods cost by themselves, less what was refunded before; never less than nothing. */
        LineAmounts worth() {
            LineAmounts back = paid.minus(kept).minus(refunded);
            return back.gross().isNegative() ? back.asNothing() : back.withoutEmptyTaxes();
        }
    }
}
