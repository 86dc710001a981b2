package org.tillwright.core.tax;

import java.math.BigDecimal;
import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;

/**
 * A line that knows what it costs after all discounts, and not yet how much of that is tax.
 *
 * @param number names the line within its transaction
 * @param exactMinor the whole line's amount in minor units, not yet rounded where its price gives more digits
 * @param quantity what fixed taxes are counted by, in whole units; negative when goods come back
 * @param taxes in the order in which they are worked out; none is no tax
 */
public record Taxable(int number, BigDecimal exactMinor, BigDecimal quantity, List<Tax> taxes) {

    public Taxable {
        taxes = List.copyOf(taxes);
        if (taxes.size() > 1) {
            Tax.requireTogether(taxes);
        }
    }

    public static Taxable of(int number, Money amount, Quantity quantity, List<Tax> taxes) {
        return new Taxable(number, BigDecimal.valueOf(amount.minor()), quantity.decimal(), taxes);
    }

    /** True if the amount needs no rounding. */
    boolean isWhole() {
        return exactMinor.scale() <= 0 || exactMinor.stripTrailingZeros().scale() <= 0;
    }

    /** True if there is one tax at most, and that a percentage: nearly every line of nearly every shop. */
    boolean isOrdinary() {
        return taxes.isEmpty() || (taxes.size() == 1 && taxes.get(0).kind() == Tax.Kind.PERCENT);
    }

    /** True if the amount is all the customer pays: it holds every tax there is. */
    boolean holdsAllTax() {
        return !taxes.isEmpty() && taxes.stream().allMatch(Tax::inPrice);
    }

    /** True if the amount holds a tax at least. */
    boolean holdsTax() {
        return taxes.stream().anyMatch(Tax::inPrice);
    }
}
