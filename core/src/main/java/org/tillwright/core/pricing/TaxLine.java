package org.tillwright.core.pricing;

import org.tillwright.core.money.Money;
import org.tillwright.core.tax.Tax;

/**
 * One tax, on a line or in the whole transaction.
 *
 * @param base what the tax was taken of: the net, and those earlier taxes that are taxed themselves
 */
public record TaxLine(Tax tax, Money base, Money amount) {

    /** A record tells of a tax what it is, and not how it affected others; read from one, it still is that tax. */
    boolean isOf(Tax other) {
        return tax.taxId().equals(other.taxId())
                && tax.kind() == other.kind()
                && tax.value() == other.value()
                && tax.inPrice() == other.inPrice();
    }

    public Money gross() {
        return base.plus(amount);
    }
}
