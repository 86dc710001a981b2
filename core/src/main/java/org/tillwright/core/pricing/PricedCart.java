package org.tillwright.core.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.TaxRate;

/**
 * A cart with every amount on it. Net plus tax is the total, for the whole, for each rate and for each line; the
 * constructors will not have it otherwise.
 *
 * @param taxLines one for each tax rate in the cart, in the order of their ids
 */
public record PricedCart(List<Line> lines, List<TaxLine> taxLines, Money net, Money tax, Money total) {

    public PricedCart {
        lines = List.copyOf(lines);
        taxLines = List.copyOf(taxLines);
        requireSum(net, tax, total);
    }

    /**
     * One line with its amounts.
     *
     * @param regularUnitPrice the book's price, null when the book has none
     * @param unitPrice the price that counted
     * @param extended unit price times quantity, as the line is shown
     */
    public record Line(
            Cart.Line wanted,
            @Nullable UnitPrice regularUnitPrice,
            UnitPrice unitPrice,
            TaxRate taxRate,
            Money extended,
            Money net,
            Money tax) {

        public Quantity quantity() {
            return wanted.quantity();
        }

        public Money gross() {
            return net.plus(tax);
        }
    }

    /** The tax of one rate in the whole transaction. */
    public record TaxLine(TaxRate taxRate, Money net, Money tax, Money gross) {

        public TaxLine {
            requireSum(net, tax, gross);
        }
    }

    private static void requireSum(Money net, Money tax, Money gross) {
        if (!net.plus(tax).equals(gross)) {
            throw new IllegalArgumentException("net " + net + " + tax " + tax + " is not " + gross);
        }
    }
}
