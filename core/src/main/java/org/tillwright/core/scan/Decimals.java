package org.tillwright.core.scan;

import org.jspecify.annotations.Nullable;

/** Decimal figures from one number of digits after the point to another. */
final class Decimals {

    private static final int MOST_DIGITS = 18;

    private Decimals() {}

    /** The same figure with so many digits after the point, or null if it would lose one or does not fit a long. */
    static @Nullable Long exactly(long value, int from, int to) {
        long scaled = value;
        for (int i = from; i < to; i++) {
            if (scaled > Long.MAX_VALUE / 10) {
                return null;
            }
            scaled *= 10;
        }
        for (int i = to; i < from; i++) {
            if (scaled % 10 != 0) {
                return null;
            }
            scaled /= 10;
        }
        return scaled;
    }

    /** The same figure, half of the last digit rounded up: for weights, which a label may tell finer than a gram. */
    static long halfUp(long value, int from, int to) {
        long scaled = value;
        for (int i = from; i < to; i++) {
            scaled = Math.multiplyExact(scaled, 10L);
        }
        long divisor = 1;
        for (int i = to; i < from; i++) {
            divisor *= 10;
        }
        return divisor == 1 ? scaled : (scaled + divisor / 2) / divisor;
    }

    /** Digits as a number, or null if they are too many. */
    static @Nullable Long number(String digits) {
        return digits.length() > MOST_DIGITS ? null : Long.valueOf(digits);
    }
}
