package org.tillwright.core.tax;

import static java.util.Objects.requireNonNull;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PerTotal} does, in {@code long} arithmetic, for lines of whole amounts with one percentage each: nearly every
 * receipt there is. Gives the same figures; a test holds one against the other.
 */
final class OrdinaryTotal {

    private static final long[] NONE = {};
    private static final int INDEX_BITS = 32;

    private final List<Taxable> lines;
    private final long[] amounts;
    private final RoundingMode rounding;
    private final @Nullable Split[] splits;

    private OrdinaryTotal(List<Taxable> lines, RoundingMode rounding) {
        this.lines = lines;
        this.rounding = rounding;
        this.splits = new @Nullable Split[lines.size()];
        this.amounts = new long[lines.size()];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = lines.get(i).exactMinor().longValueExact();
        }
    }

    static boolean handles(List<Taxable> lines) {
        for (Taxable line : lines) {
            if (!line.isOrdinary()
                    || !line.isWhole()
                    || !Rounding.isSmall(line.exactMinor().longValueExact())) {
                return false;
            }
        }
        return true;
    }

    static List<Split> split(List<Taxable> lines, RoundingMode rounding) {
        OrdinaryTotal total = new OrdinaryTotal(lines, rounding);
        for (int i = 0; i < total.amounts.length; i++) {
            if (lines.get(i).taxes().isEmpty()) {
                total.splits[i] = new Split(total.amounts[i], NONE, NONE);
            } else if (total.splits[i] == null) {
                total.splitAllOf(lines.get(i).taxes().get(0), i);
            }
        }
        return total.splits();
    }

    private List<Split> splits() {
        List<Split> all = new ArrayList<>(splits.length);
        for (Split split : splits) {
            all.add(requireNonNull(split));
        }
        return all;
    }

    /** Splits all lines of a tax, the first of which is known. */
    private void splitAllOf(Tax tax, int first) {
        int[] group = new int[amounts.length - first];
        int count = 0;
        long sum = 0;
        long leading = 0;
        for (int i = first; i < amounts.length; i++) {
            List<Tax> taxes = lines.get(i).taxes();
            if (!taxes.isEmpty() && taxes.get(0).equals(tax)) {
                group[count++] = i;
                sum = Math.addExact(sum, amounts[i]);
                leading = leading == 0 ? amounts[i] : leading;
            }
        }
        long sign = (sum == 0 ? leading : sum) < 0 ? -1 : 1;
        spread(tax, Arrays.copyOf(group, count), sign, sign * taxOn(tax, sum));
    }

    private long taxOn(Tax tax, long amount) {
        return tax.inPrice()
                ? Math.subtractExact(amount, Rounding.part(amount, Tax.WHOLE, Tax.WHOLE + tax.value(), rounding))
                : Rounding.part(amount, tax.value(), Tax.WHOLE, rounding);
    }

    private void spread(Tax tax, int[] group, long sign, long whole) {
        long divisor = tax.inPrice() ? Tax.WHOLE + tax.value() : Tax.WHOLE;
        long[] taxes = new long[group.length];
        long[] byRemainder = new long[group.length];
        long left = whole;
        for (int i = 0; i < group.length; i++) {
            long product = sign * amounts[group[i]] * tax.value();
            taxes[i] = Math.floorDiv(product, divisor);
            left -= taxes[i];
            byRemainder[i] = (divisor - Math.floorMod(product, divisor)) << INDEX_BITS | i;
        }
        Arrays.sort(byRemainder);
        for (int i = 0; i < left; i++) {
            taxes[(int) byRemainder[i]]++;
        }
        for (int i = 0; i < group.length; i++) {
            long due = sign * taxes[i];
            long net = tax.inPrice() ? Math.subtractExact(amounts[group[i]], due) : amounts[group[i]];
            splits[group[i]] = new Split(net, new long[] {net}, new long[] {due});
        }
    }
}
