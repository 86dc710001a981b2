package org.tillwright.core.tax;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
            requireNoneTwice(number, taxes);
        }
    }

    public static Taxable of(int number, Money amount, Quantity quantity, List<Tax> taxes) {
        return new Taxable(number, BigDecimal.valueOf(amount.minor()), quantity.decimal(), taxes);
    }

    private static void requireNoneTwice(int number, List<Tax> taxes) {
        Set<String> ids = new HashSet<>();
        for (Tax tax : taxes) {
            if (!ids.add(tax.taxId())) {
                throw new IllegalArgumentException("tax " + tax.taxId() + " is twice on line " + number);
            }
        }
    }
}
