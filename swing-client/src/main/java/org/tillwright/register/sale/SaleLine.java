package org.tillwright.register.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Discount;

/**
 * One line of the sale in progress, as a screen shows it.
 *
 * @param regularUnitPrice the book's price when another one counts, otherwise null
 * @param listed what the goods cost before anything was taken off
 * @param amount what the line comes to, after what was taken off it
 * @param isOverridden true when the price was changed by hand
 * @param modifiers how the customer wants it, in words
 * @param discounts what was taken off, in the order in which it was
 * @param isDeposit true for what follows another line by itself
 * @param isLabelled true when a label on the goods said the amount
 */
public record SaleLine(
        int number,
        String itemId,
        String description,
        Quantity quantity,
        Unit unit,
        UnitPrice unitPrice,
        @Nullable UnitPrice regularUnitPrice,
        Money listed,
        Money amount,
        boolean isOverridden,
        List<String> modifiers,
        List<TakenOff> discounts,
        boolean isDeposit,
        boolean isLabelled) {

    public SaleLine {
        modifiers = List.copyOf(modifiers);
        discounts = List.copyOf(discounts);
    }

    public boolean isReturn() {
        return quantity.isNegative();
    }

    /**
     * What was taken off a line for one cause.
     *
     * @param name of the promotion; the discount's id where an operator took it off
     * @param amount positive when the customer pays less
     * @param isOfSale true for a share of what was taken off the whole sale: shown once, not under every line
     */
    public record TakenOff(Discount.Source source, String name, Money amount, boolean isOfSale) {

        /** Something taken off this line alone. */
        public TakenOff(Discount.Source source, String name, Money amount) {
            this(source, name, amount, false);
        }
    }
}
