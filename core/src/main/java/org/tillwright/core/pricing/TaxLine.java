package org.tillwright.core.pricing;

import org.tillwright.core.money.Money;
import org.tillwright.core.tax.Tax;

/**
 * One tax, on a line or in the whole transaction.
 *
 * @param base what the tax was taken of: the net, and those earlier taxes that are taxed themselves
 */
public record TaxLine(Tax tax, Money base, Money amount) {

    public Money gross() {
        return base.plus(amount);
    }
}
