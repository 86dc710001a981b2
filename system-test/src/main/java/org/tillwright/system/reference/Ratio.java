package org.tillwright.system.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction in lowest terms, never wrong by a digit: in longs as long as they hold it, and in as many digits as it
 * takes beyond.
 */
final class Ratio implements Comparable<Ratio> {

    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    private final long numerator;
    private final long denominator;

    /** Null as long as the longs hold it; else these count and not the longs. */
    private final @Nullable BigInteger largeNumerator;

    private final @Nullable BigInteger largeDenominator;

    private Ratio(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.largeNumerator = null;
        this.largeDenominator = null;
    }

    private Ratio(BigInteger numerator, BigInteger denominator) {
        this.numerator = 0;
        this.denominator = 0;
        this.largeNumerator = numerator;
        this.largeDenominator = denominator;
    }

    static Ratio of(long whole) {
        return whole == Long.MIN_VALUE ? of(BigInteger.valueOf(whole), BigInteger.ONE) : new Ratio(whole, 1);
    }

    static Ratio of(long numerator, long denominator) {
        if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        long common = common(Math.abs(numerator), Math.abs(denominator));
        requireSome(denominator != 0);
        long divisor = denominator < 0 ? -common : common;
        return new Ratio(numerator / divisor, denominator / divisor);
    }

    static Ratio of(BigDecimal decimal) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
        return decimal.scale() >= 0
                ? of(decimal.unscaledValue(), power)
                : of(decimal.unscaledValue().multiply(power), BigInteger.ONE);
    }

    private static Ratio of(BigInteger numerator, BigInteger denominator) {
        requireSome(denominator.signum() != 0);
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        BigInteger above = numerator.divide(divisor);
        BigInteger below = denominator.divide(divisor);
        boolean isShort = above.bitLength() < Long.SIZE - 1 && below.bitLength() < Long.SIZE - 1;
        return isShort ? new Ratio(above.longValueExact(), below.longValueExact()) : new Ratio(above, below);
    }

    private static void requireSome(boolean some) {
        if (!some) {
            throw new ArithmeticException("a fraction of nothing");
        }
    }

    private static long common(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private BigInteger above() {
        return largeNumerator == null ? BigInteger.valueOf(numerator) : largeNumerator;
    }

    private BigInteger below() {
        return largeDenominator == null ? BigInteger.valueOf(denominator) : largeDenominator;
    }

    private boolean isShort() {
        return largeNumerator == null;
    }

    Ratio plus(Ratio other) {
        if (isShort()
                && other.isShort()
                && fits(numerator, other.denominator)
                && fits(other.numerator, denominator)
                && fits(denominator, other.denominator)) {
            long one = numerator * other.denominator;
            long more = other.numerator * denominator;
            long sum = one + more;
            boolean isBeyond = ((one ^ sum) & (more ^ sum)) < 0;
            if (!isBeyond) {
                return of(sum, denominator * other.denominator);
            }
        }
        return of(
                above().multiply(other.below()).add(other.above().multiply(below())), below().multiply(other.below()));
    }

    private static boolean fits(long one, long other) {
        return Math.multiplyHigh(one, other) == (one * other) >> (Long.SIZE - 1);
    }

    Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    Ratio times(Ratio other) {
        boolean isSmall = isShort()
                && other.isShort()
                && fits(numerator, other.numerator)
                && fits(denominator, other.denominator);
        return isSmall
                ? of(numerator * other.numerator, denominator * other.denominator)
                : of(above().multiply(other.above()), below().multiply(other.below()));
    }

    Ratio over(Ratio other) {
        return times(other.upsideDown());
    }

    private Ratio upsideDown() {
        long above = denominator;
        long below = numerator;
        return isShort() ? of(above, below) : of(below(), above());
    }

    Ratio negated() {
        return isShort() ? new Ratio(-numerator, denominator) : of(above().negate(), below());
    }

    int signum() {
        return isShort() ? Long.signum(numerator) : above().signum();
    }

    /** Rounds to a whole number, which must be a long. */
    long rounded(RoundingMode mode) {
        if (isShort() && denominator == 1) {
            return numerator;
        }
        return new BigDecimal(above()).divide(new BigDecimal(below()), 0, mode).longValueExact();
    }

    long floor() {
        return isShort() ? Math.floorDiv(numerator, denominator) : rounded(RoundingMode.FLOOR);
    }

    @Override
    public int compareTo(Ratio other) {
        if (isShort() && other.isShort() && denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        return above().multiply(other.below()).compareTo(other.above().multiply(below()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ratio ratio && above().equals(ratio.above()) && below().equals(ratio.below());
    }

    @Override
    public int hashCode() {
        return 31 * above().hashCode() + below().hashCode();
    }

    @Override
    public String toString() {
        return above() + "/" + below();
    }
}
