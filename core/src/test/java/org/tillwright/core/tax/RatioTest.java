package org.tillwright.core.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Holds fractions of any length against whole numbers of any length. */
class RatioTest {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Property
    void sumsAndProductsAreExact(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        if (b == 0 || c == 0 || d == 0) {
            return;
        }
        Ratio one = Ratio.of(a, b);
        Ratio other = Ratio.of(c, d);

        // (a/b + c/d) * bd = ad + cb
        assertThat(one.plus(other).times(of(b)).times(of(d)))
                .isEqualTo(of(a).times(of(d)).plus(of(c).times(of(b))));
        assertThat(one.times(other).dividedBy(other)).isEqualTo(one);
        assertThat(one.minus(other).plus(other)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one.compareTo(other)).isEqualTo(-other.compareTo(one));
        assertThat(one.negated().signum()).isEqualTo(-one.signum());
    }

    @Property
    void aFractionIsRoundedAsADecimalWouldBe(@ForAll long dividend, @ForAll long divisor) {
        if (divisor == 0) {
            return;
        }
        for (RoundingMode rounding : RoundingMode.values()) {
            BigDecimal exact = rounding == RoundingMode.UNNECESSARY
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), 0, rounding);
            if (rounding != RoundingMode.UNNECESSARY && exact.toBigInteger().compareTo(MOST) <= 0) {
                assertThat(Ratio.of(dividend, divisor).rounded(rounding)).isEqualTo(exact.longValueExact());
            }
        }
    }

    @Example
    void decimalsAreTakenAsTheyAre() {
        assertThat(Ratio.of(new BigDecimal("0.125"))).isEqualTo(Ratio.of(1, 8));
        assertThat(Ratio.of(new BigDecimal("-12E+3"))).isEqualTo(Ratio.of(-12_000));
        assertThat(Ratio.of(new BigDecimal("123456789012345678901234567890"))
                        .dividedBy(Ratio.of(new BigDecimal("1E+29"))))
                .isEqualTo(Ratio.of(new BigDecimal("1.23456789012345678901234567890")));
    }

    @Example
    void nothingIsDividedByNothing() {
        assertThatThrownBy(() -> Ratio.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Ratio.ONE.dividedBy(Ratio.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    private static Ratio of(long whole) {
        return Ratio.of(whole);
    }
}
