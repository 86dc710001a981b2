package org.tillwright.core.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds quotients exactly: in {@code long}s where they fit, and else as long as it takes. */
final class Rounding {

    /** More than 800,000,000,000: times a rate of 1,000 % and the price itself, it is still a {@code long}. */
    private static final long MOST_SMALL = Long.MAX_VALUE / (Tax.WHOLE + Tax.MOST);

    private Rounding() {}

    /**
     * Returns {@code amount * numerator / divisor}, rounded.
     *
     * @param numerator not below zero
     * @param divisor above zero
     * @throws ArithmeticException if the result is beyond a {@code long}
     */
    static long part(long amount, long numerator, long divisor, RoundingMode rounding) {
        if (isSmall(amount) && numerator <= Tax.WHOLE + Tax.MOST) {
            return quotient(amount * numerator, divisor, rounding);
        }
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                .longValueExact();
    }

    /** True if an amount times any rate there is surely fits a {@code long}. */
    static boolean isSmall(long amount) {
        return amount > -MOST_SMALL && amount < MOST_SMALL;
    }

    /**
     * Returns a quotient, rounded.
     *
     * @param divisor above zero, and below half of what a {@code long} can hold
     */
    static long quotient(long dividend, long divisor, RoundingMode rounding) {
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
