package org.tillwright.core.tax;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Gives each line its part of a figure that was rounded once, by largest remainder: every line gets its own exact part
 * rounded down, and what is then left goes out one minor unit at a time, the largest remainder first, ties in line order.
 *
 * <p>Sales and returns may stand on one receipt. When money goes back on the whole, the shares are those of the mirrored
 * receipt with their signs turned, so that a return gives back on each line what was taken on it.
 */
final class Shares {

    private Shares() {}

    static Ratio sum(List<Ratio> exact) {
        Ratio sum = Ratio.ZERO;
        for (Ratio part : exact) {
            sum = sum.plus(part);
        }
        return sum;
    }

    /**
     * Spreads {@code whole} over lines.
     *
     * @param exact what each line's part would be unrounded; their sum is less than one away from {@code whole}
     */
    static long[] of(List<Ratio> exact, long whole) {
        long sign = isBack(exact, whole) ? -1 : 1;
        int count = exact.size();
        long[] shares = new long[count];
        Ratio[] remainders = new Ratio[count];
        long left = Math.multiplyExact(sign, whole);
        for (int i = 0; i < count; i++) {
            Ratio part = sign < 0 ? exact.get(i).negated() : exact.get(i);
            long floor = part.rounded(RoundingMode.FLOOR);
            remainders[i] = part.minus(Ratio.of(floor));
            shares[i] = Math.multiplyExact(sign, floor);
            left = Math.subtractExact(left, floor);
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left; i++) {
            shares[order[i]] += sign;
        }
        return shares;
    }

    /** True if money goes back; where the lines sum to nothing, the first one that costs anything decides. */
    private static boolean isBack(List<Ratio> exact, long whole) {
        int way = whole == 0 ? sum(exact).signum() : Long.signum(whole);
        if (way != 0) {
            return way < 0;
        }
        for (Ratio part : exact) {
            if (part.signum() != 0) {
                return part.signum() < 0;
            }
        }
        return false;
    }
}
