package org.tillwright.core.promotion;

import java.math.BigInteger;

/** Whole minor units of a part of something. Exact: what does not fit into a long on the way is worked out beside it. */
final class Portions {

    private static final long WHOLE_PPM = 1_000_000;
    private static final long MILLI = 1000;

    private Portions() {}

    /** Returns what lies on the first {@code count} of {@code pieces} alike pieces that cost {@code amount} together. */
    static long first(long amount, long pieces, long count) {
        if (count == pieces || pieces == 0) {
            return amount;
        }
        return count * (amount / pieces) + Math.min(count, amount % pieces);
    }

    /** Returns a share of an amount that is not negative, half up. */
    static long share(long amount, long ppm) {
        long small = amount % WHOLE_PPM * ppm;
        return amount / WHOLE_PPM * ppm + (small + WHOLE_PPM / 2) / WHOLE_PPM;
    }

    /** Returns an amount for one unit times a quantity in thousandths, half up, but at most {@code most}. */
    static long ofQuantity(long minor, long milli, long most) {
        if (fits(minor, milli)) {
            return Math.min(most, (minor * milli + MILLI / 2) / MILLI);
        }
        BigInteger exact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(milli));
        BigInteger rounded = exact.add(BigInteger.valueOf(MILLI / 2)).divide(BigInteger.valueOf(MILLI));
        return rounded.min(BigInteger.valueOf(most)).longValueExact();
    }

    /** Returns {@code amount * weight / whole}, rounded down; 0 of nothing. */
    static long part(long amount, long weight, long whole) {
        if (whole == 0) {
            return 0;
        }
        if (fits(amount, weight)) {
            return amount * weight / whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /** Compares two amounts per piece without dividing them. */
    static int comparePerPiece(long amount, long pieces, long otherAmount, long otherPieces) {
        if (fits(amount, otherPieces) && fits(otherAmount, pieces)) {
            return Long.compare(amount * otherPieces, otherAmount * pieces);
        }
        BigInteger one = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(otherPieces));
        return one.compareTo(BigInteger.valueOf(otherAmount).multiply(BigInteger.valueOf(pieces)));
    }

    /**
     * Spreads an amount in proportion to weights by largest remainder.
     *
     * @param total not negative, and at most the sum of the weights
     * @param weights not negative; a share is never more than its weight
     * @param numbers of equal remainders the smaller number comes first
     */
    static long[] spread(long total, long[] weights, int[] numbers, int count) {
        long[] shares = new long[count];
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
        }
        if (sum == 0) {
            return shares;
        }
        long[] remainders = new long[count];
        long left = total;
        for (int i = 0; i < count; i++) {
            if (fits(total, weights[i])) {
                shares[i] = total * weights[i] / sum;
                remainders[i] = total * weights[i] % sum;
            } else {
                BigInteger[] exact = BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(weights[i]))
                        .divideAndRemainder(BigInteger.valueOf(sum));
                shares[i] = exact[0].longValueExact();
                remainders[i] = exact[1].longValueExact();
            }
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int largest = largest(remainders, numbers, count);
            shares[largest]++;
            remainders[largest] = -1;
        }
        return shares;
    }

    private static int largest(long[] remainders, int[] numbers, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            boolean first = remainders[i] > remainders[largest]
                    || (remainders[i] == remainders[largest] && numbers[i] < numbers[largest]);
            largest = first ? i : largest;
        }
        return largest;
    }

    /** True if the product of two numbers that are not negative surely fits into a long with room for a rounding. */
    private static boolean fits(long one, long other) {
        return Long.numberOfLeadingZeros(one) + Long.numberOfLeadingZeros(other) > 65;
    }
}
