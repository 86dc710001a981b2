package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;

/**
 * One line of the sale in progress, as a screen shows it.
 *
 * @param regularUnitPrice the book's price when another one counts, otherwise null
 * @param amount unit price times quantity
 * @param isOverridden true when the price was changed by hand
 */
public record SaleLine(
        int number,
        String itemId,
        String description,
        Quantity quantity,
        Unit unit,
        UnitPrice unitPrice,
        @Nullable UnitPrice regularUnitPrice,
        Money amount,
        boolean isOverridden) {

    public boolean isReturn() {
        return quantity.isNegative();
    }
}
