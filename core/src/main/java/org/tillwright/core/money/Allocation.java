package org.tillwright.core.money;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Splits a whole amount into parts that sum to it exactly: among many at once, or over time. Taxes and promotions spread by
 * largest remainder too, each with its own order among equal remainders, which their pages tell.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * Spreads {@code whole} over parts in proportion to {@code weights} by largest remainder: each part is its exact share
     * rounded towards zero, and what is then left goes out one unit at a time, the largest remainder first, ties in the
     * order of the parts. A negative whole gives the shares of its mirror with their signs turned.
     *
     * @param whole minor units to spread
     * @param weights none negative; where all are zero, only a whole of zero can be spread
     * @return one part for each weight, in their order; their sum is {@code whole}
     */
    public static long[] spread(long whole, long[] weights) {
        long[] parts = new long[weights.length];
        long sum = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight of " + weight + " cannot be spread over");
            }
            sum = Math.addExact(sum, weight);
        }
        if (whole == 0) {
            return parts;
        }
        if (sum == 0) {
            throw new IllegalArgumentException(whole + " cannot be spread over nothing");
        }
        if (whole == Long.MIN_VALUE) {
            throw new ArithmeticException("an amount beyond what can be mirrored");
        }
        long[] remainders = new long[weights.length];
        long size = Math.abs(whole);
        long left = size;
        for (int i = 0; i < weights.length; i++) {
            left -= floor(size, weights[i], sum, parts, remainders, i);
        }
        handOut(left, parts, remainders);
        if (whole < 0) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = -parts[i];
            }
        }
        return parts;
    }

    /**
     * Returns what {@code part} of {@code of} comes to when it is {@code whole} for all of them, a half away from zero. To
     * take the same whole in steps, subtract: what is due after a step less what was due before it. However the steps are
     * cut, and in whatever order, they sum to the whole.
     *
     * @param whole minor units for all of it
     * @param part how much of it, from 0 to {@code of}
     * @param of all of it, more than 0
     */
    public static long share(long whole, long part, long of) {
        if (of <= 0 || part < 0 || part > of) {
            throw new IllegalArgumentException(part + " of " + of + " is no share of a whole");
        }
        if (fits(whole, part)) {
            return halfUp(whole * part, of);
        }
        BigInteger divisor = BigInteger.valueOf(of);
        BigInteger[] divided =
                BigInteger.valueOf(whole).multiply(BigInteger.valueOf(part)).divideAndRemainder(divisor);
        boolean up = divided[1].abs().shiftLeft(1).compareTo(divisor) >= 0;
        long towardsZero = divided[0].longValueExact();
        return up ? Math.addExact(towardsZero, whole < 0 ? -1 : 1) : towardsZero;
    }

    private static long halfUp(long dividend, long divisor) {
        if (divisor == 0) {
            throw new ArithmeticException("divided by zero");
        }
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        return rest >= divisor - rest ? quotient + (dividend < 0 ? -1 : 1) : quotient;
    }

    private static long floor(long size, long weight, long sum, long[] parts, long[] remainders, int i) {
        if (sum == 0) {
            throw new ArithmeticException("divided by zero");
        }
        if (fits(size, weight)) {
            parts[i] = size * weight / sum;
            remainders[i] = size * weight % sum;
        } else {
            BigInteger[] divided = BigInteger.valueOf(size)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1].longValueExact();
        }
        return parts[i];
    }

    /** Gives one unit each to the {@code left} largest remainders; there are always that many above zero. */
    private static void handOut(long left, long[] parts, long[] remainders) {
        if (left == 0) {
            return;
        }
        Integer[] order = new Integer[parts.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Long.compare(remainders[b], remainders[a]));
        for (int i = 0; i < left; i++) {
            parts[order[i]]++;
        }
    }

    /** True if the product surely fits in a long: both factors below 2^31 in size. */
    private static boolean fits(long a, long b) {
        return a == (int) a && b == (int) b;
    }
}
