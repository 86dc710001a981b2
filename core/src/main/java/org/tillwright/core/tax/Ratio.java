package org.tillwright.core.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction: a third of a cent, and not 0.333. Never rounds but where {@link #rounded} is asked, so that a half is
 * known to be a half.
 *
 * <p>Held in two {@code long}s as long as both are short enough, and in two {@link BigInteger}s where they are not.
 */
final class Ratio implements Comparable<Ratio> {

    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    /** Bits of a short dividend or divisor, so that the sum of two, and twice one, is still a {@code long}. */
    private static final int SHORT_BITS = 61;

    private final long dividend;
    private final long divisor;
    private final @Nullable BigInteger longDividend;
    private final @Nullable BigInteger longDivisor;

    /** A short fraction; the divisor is above zero. */
    private Ratio(long dividend, long divisor) {
        this.dividend = dividend;
        this.divisor = divisor;
        this.longDividend = null;
        this.longDivisor = null;
    }

    /** A long fraction; the divisor is above zero. */
    private Ratio(BigInteger dividend, BigInteger divisor) {
        this.dividend = 0;
        this.divisor = 0;
        this.longDividend = dividend;
        this.longDivisor = divisor;
    }

    static Ratio of(long whole) {
        return isShort(whole) ? new Ratio(whole, 1) : new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Ratio of(long dividend, long divisor) {
        return reduced(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor));
    }

    static Ratio of(BigDecimal decimal) {
        int scale = decimal.scale();
        if (scale == 0 && decimal.precision() <= 18) {
            return of(decimal.longValueExact());
        }
        BigInteger digits = decimal.unscaledValue();
        return scale > 0
                ? reduced(digits, BigInteger.TEN.pow(scale))
                : reduced(digits.multiply(BigInteger.TEN.pow(-scale)), BigInteger.ONE);
    }

    private static Ratio reduced(BigInteger dividend, BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger common = divisor.signum() < 0 ? dividend.gcd(divisor).negate() : dividend.gcd(divisor);
        BigInteger above = dividend.divide(common);
        BigInteger below = divisor.divide(common);
        return above.bitLength() <= SHORT_BITS && below.bitLength() <= SHORT_BITS
                ? new Ratio(above.longValueExact(), below.longValueExact())
                : new Ratio(above, below);
    }

    Ratio plus(Ratio other) {
        if (isShort() && other.isShort()) {
            if (divisor == other.divisor && isShort(dividend + other.dividend)) {
                return new Ratio(dividend + other.dividend, divisor);
            }
            if (isShortProduct(dividend, other.divisor)
                    && isShortProduct(other.dividend, divisor)
                    && isShortProduct(divisor, other.divisor)) {
                long sum = dividend * other.divisor + other.dividend * divisor;
                if (isShort(sum)) {
                    return new Ratio(sum, divisor * other.divisor);
                }
            }
        }
        return reduced(
                above().multiply(other.below()).add(other.above().multiply(below())), below().multiply(other.below()));
    }

    Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    Ratio times(Ratio other) {
        if (isShort()
                && other.isShort()
                && isShortProduct(dividend, other.dividend)
                && isShortProduct(divisor, other.divisor)) {
            return new Ratio(dividend * other.dividend, divisor * other.divisor);
        }
        return reduced(above().multiply(other.above()), below().multiply(other.below()));
    }

    Ratio dividedBy(Ratio other) {
        if (isShort()
                && other.isShort()
                && other.dividend > 0
                && isShortProduct(dividend, other.divisor)
                && isShortProduct(divisor, other.dividend)) {
            return new Ratio(dividend * other.divisor, divisor * other.dividend);
        }
        return reduced(above().multiply(other.below()), below().multiply(other.above()));
    }

    Ratio negated() {
        return isShort() ? new Ratio(-dividend, divisor) : new Ratio(above().negate(), below());
    }

    int signum() {
        return isShort() ? Long.signum(dividend) : above().signum();
    }

    /** Rounds to a whole number; what is beyond a {@code long} throws {@link ArithmeticException}. */
    long rounded(RoundingMode rounding) {
        if (isShort()) {
            return Rounding.quotient(dividend, divisor, rounding);
        }
        return new BigDecimal(above())
                .divide(new BigDecimal(below()), 0, rounding)
                .longValueExact();
    }

    @Override
    public int compareTo(Ratio other) {
        if (isShort()
                && other.isShort()
                && isShortProduct(dividend, other.divisor)
                && isShortProduct(other.dividend, divisor)) {
            return Long.compare(dividend * other.divisor, other.dividend * divisor);
        }
        return above().multiply(other.below()).compareTo(other.above().multiply(below()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ratio ratio && compareTo(ratio) == 0;
    }

    /** Two ways to write one fraction hash alike. */
    @Override
    public int hashCode() {
        BigInteger common = above().gcd(below());
        return 31 * above().divide(common).hashCode() + below().divide(common).hashCode();
    }

    /** For tests and messages of programming errors. */
    @Override
    public String toString() {
        return above() + "/" + below();
    }

    private boolean isShort() {
        return longDividend == null;
    }

    private BigInteger above() {
        return longDividend == null ? BigInteger.valueOf(dividend) : longDividend;
    }

    private BigInteger below() {
        return longDividend == null ? BigInteger.valueOf(divisor) : requireNonNull(longDivisor);
    }

    private static boolean isShort(long value) {
        return value > -(1L << SHORT_BITS) && value < 1L << SHORT_BITS;
    }

    /** True if the product of two short values surely is short: bits add up. */
    private static boolean isShortProduct(long one, long other) {
        return bits(one) + bits(other) <= SHORT_BITS;
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value < 0 ? -value : value);
    }
}
