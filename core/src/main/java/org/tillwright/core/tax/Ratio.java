package org.tillwright.core.tax;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction: a third of a cent, and not 0.333. Never rounds but where {@link #rounded} is asked, so that a half is
 * known to be a half.
 */
final class Ratio implements Comparable<Ratio> {

    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    /** Above this many bits a fraction is reduced; below it, that would cost more than it saves. */
    private static final int LONG_ENOUGH_TO_REDUCE = 192;

    private final BigInteger dividend;
    private final BigInteger divisor;

    /** The divisor is always above zero. */
    private Ratio(BigInteger dividend, BigInteger divisor) {
        this.dividend = dividend;
        this.divisor = divisor;
    }

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Ratio of(long dividend, long divisor) {
        return of(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor));
    }

    static Ratio of(BigDecimal decimal) {
        BigInteger digits = decimal.unscaledValue();
        int scale = decimal.scale();
        return scale > 0
                ? new Ratio(digits, BigInteger.TEN.pow(scale))
                : new Ratio(digits.multiply(BigInteger.TEN.pow(-scale)), BigInteger.ONE);
    }

    private static Ratio of(BigInteger dividend, BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        boolean turned = divisor.signum() < 0;
        BigInteger above = turned ? dividend.negate() : dividend;
        BigInteger below = turned ? divisor.negate() : divisor;
        if (below.bitLength() < LONG_ENOUGH_TO_REDUCE) {
            return new Ratio(above, below);
        }
        BigInteger common = above.gcd(below);
        return new Ratio(above.divide(common), below.divide(common));
    }

    Ratio plus(Ratio other) {
        if (divisor.equals(other.divisor)) {
            return new Ratio(dividend.add(other.dividend), divisor);
        }
        return of(
                dividend.multiply(other.divisor).add(other.dividend.multiply(divisor)),
                divisor.multiply(other.divisor));
    }

    Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    Ratio times(Ratio other) {
        return of(dividend.multiply(other.dividend), divisor.multiply(other.divisor));
    }

    Ratio dividedBy(Ratio other) {
        return of(dividend.multiply(other.divisor), divisor.multiply(other.dividend));
    }

    Ratio negated() {
        return new Ratio(dividend.negate(), divisor);
    }

    int signum() {
        return dividend.signum();
    }

    /** Rounds to a whole number; what is beyond a {@code long} throws {@link ArithmeticException}. */
    long rounded(RoundingMode rounding) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, rounding)
                .longValueExact();
    }

    @Override
    public int compareTo(Ratio other) {
        return dividend.multiply(other.divisor).compareTo(other.dividend.multiply(divisor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ratio ratio && compareTo(ratio) == 0;
    }

    /** Two ways to write one fraction must hash alike. */
    @Override
    public int hashCode() {
        BigInteger common = dividend.gcd(divisor);
        return 31 * dividend.divide(common).hashCode() + divisor.divide(common).hashCode();
    }

    /** For tests and messages of programming errors. */
    @Override
    public String toString() {
        return dividend + "/" + divisor;
    }
}
