package org.tillwright.core.tax;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fixed taxes come to: so much for each unit, whatever it costs.
 *
 * @param unitsPerMajor minor units in a major one: 100 for the euro, 20 where amounts go by 0.05
 */
record FixedTaxes(Ratio unitsPerMajor) {

    /** Returns the exact amounts of a line's fixed taxes, in minor units, and null for the others. */
    @Nullable
    Ratio[] of(Taxable line, List<Tax> taxes) {
        @Nullable Ratio[] known = new @Nullable Ratio[taxes.size()];
        for (int i = 0; i < known.length; i++) {
            Tax tax = taxes.get(i);
            known[i] = tax.kind() == Tax.Kind.FIXED
                    ? Ratio.of(tax.value(), Tax.WHOLE).times(unitsPerMajor).times(count(line))
                    : null;
        }
        return known;
    }

    /** The tax goes the way the money goes; where nothing is paid, the way the goods go. */
    private static Ratio count(Taxable line) {
        BigDecimal quantity = line.quantity();
        boolean isTurned = line.exactMinor().signum() * quantity.signum() < 0;
        return Ratio.of(isTurned ? quantity.negate() : quantity);
    }
}
