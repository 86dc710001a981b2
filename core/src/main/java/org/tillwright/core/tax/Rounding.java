package org.tillwright.core.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds {@code amount * numerator / divisor} exactly: in a {@code long} where it fits, and else as long as it takes. */
final class Rounding {

    private Rounding() {}

    /**
     * Returns the part of an amount, rounded.
     *
     * @param numerator not below zero
     * @param divisor above zero
     * @throws ArithmeticException if the result is beyond a {@code long}
     */
    static long part(long amount, long numerator, long divisor, RoundingMode rounding) {
        if (fits(amount, numerator)) {
            return quotient(amount * numerator, divisor, rounding);
        }
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                .longValueExact();
    }

    /** True if the product of an amount and something not below zero surely is a {@code long}. */
    static boolean fits(long amount, long factor) {
        return amount > -(1L << 39) && amount < (1L << 39) && factor < (1L << 24);
    }

    private static long quotient(long dividend, long divisor, RoundingMode rounding) {
        long quotient = dividend / divisor;
        long remainder = dividend % divisor;
        if (remainder == 0) {
            return quotient;
        }
        long away = dividend < 0 ? -1 : 1;
        return goesAway(Long.compare(2 * Math.abs(remainder), divisor), away, quotient, rounding)
                ? quotient + away
                : quotient;
    }

    /**
     * Says whether what was cut off takes the figure one further away from zero.
     *
     * @param half below zero when less than a half was cut off, zero when just a half, above zero when more
     * @param away 1 above zero, -1 below
     */
    private static boolean goesAway(int half, long away, long quotient, RoundingMode rounding) {
        return switch (rounding) {
            case UP -> true;
            case DOWN -> false;
            case CEILING -> away > 0;
            case FLOOR -> away < 0;
            case HALF_UP -> half >= 0;
            case HALF_DOWN -> half > 0;
            case HALF_EVEN -> half > 0 || (half == 0 && quotient % 2 != 0);
            case UNNECESSARY -> throw new ArithmeticException("rounding is necessary");
        };
    }
}
