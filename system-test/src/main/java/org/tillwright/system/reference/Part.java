package org.tillwright.system.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.tillwright.core.tax.Tax;

/** What of a line bears the same taxes: the item with modifiers that are taxed as it is, or others. Without a sign. */
final class Part {

    final List<Tax> taxes;

    /** What fixed taxes are counted by, without a sign. */
    final BigDecimal quantity;

    private final long list;
    long left;
    Ratio exact;

    /** @param cost of each thing in it, unrounded */
    Part(List<Tax> taxes, BigDecimal quantity, List<Ratio> cost) {
        this.taxes = taxes;
        this.quantity = quantity;
        Ratio sum = Ratio.ZERO;
        long rounded = 0;
        for (Ratio one : cost) {
            sum = sum.plus(one);
            rounded += one.rounded(RoundingMode.HALF_UP);
        }
        this.list = rounded;
        this.left = rounded;
        this.exact = sum;
    }

    /** What is taxed: nothing where all was taken off, and never less than nothing. */
    Ratio taxed() {
        boolean isGone = left == 0 && list != 0;
        return isGone || exact.signum() < 0 ? Ratio.of(left) : exact;
    }
}
