package org.tillwright.core.pricing;

import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;

/**
 * What goods are worth when they come back with their receipt: exactly what was paid for them, by cumulative rounding. A
 * return is worth what was paid for all that has then come back, less what was paid for all that came back before; so any
 * returns in any order sum to what was paid, for each line, tax, discount and tender.
 */
public final class Refunds {

    private Refunds() {}

    /**
     * Returns what {@code back} of a sold line is worth, as amounts of a sale: none negative.
     *
     * @throws IllegalArgumentException if that is more than there is left
     */
    public static LineAmounts of(SoldLine sold, Quantity back) {
        if (back.milli() <= 0 || back.milli() > sold.left().milli()) {
            throw new IllegalArgumentException(back.decimal().toPlainString() + " come back, and "
                    + sold.left().decimal().toPlainString() + " are left of what was sold");
        }
        SoldLine.Clawback clawback = sold.clawback();
        if (clawback != null) {
            return clawedBack(clawback);
        }
        long of = sold.quantity().milli();
        long before = sold.returned().milli();
        return sold.paid().share(before + back.milli(), of).minus(sold.paid().share(before, of));
    }

    /** Prices a line of a cart that gives back goods with their receipt: their sale's amounts, turned. */
    static PricedCart.Line price(Cart.Line line, SoldLine sold) {
        LineAmounts back = of(sold, line.quantity().negated());
        return new PricedCart.Line(line, line.quantity(), null, sold.unitPrice(), back.negated(), List.of());
    }

    /** Paid less what the kept goods cost by themselves, less what was refunded before; never less than nothing. */
    private static LineAmounts clawedBack(SoldLine.Clawback clawback) {
        LineAmounts back = clawback.paid().minus(clawback.kept()).minus(clawback.refunded());
        Money gross = back.gross();
        return gross.isNegative() || gross.isZero() ? LineAmounts.nothing(gross.currency()) : back;
    }
}
