package org.tillwright.system.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void fractionsStayExact() {
        Ratio third = Ratio.of(1, 3);

        assertThat(third.plus(third).plus(third)).isEqualTo(Ratio.ONE);
        assertThat(Ratio.of(2, -4)).isEqualTo(Ratio.of(-1, 2));
        assertThat(Ratio.of(new BigDecimal("12.50"))).isEqualTo(Ratio.of(25, 2));
        assertThat(Ratio.of(new BigDecimal("1E+2"))).isEqualTo(Ratio.of(100));
        assertThat(third.over(Ratio.of(2, 3))).isEqualTo(Ratio.of(1, 2));
    }

    @Test
    void halvesGoWhereTheModeSays() {
        assertThat(Ratio.of(21, 2).rounded(RoundingMode.HALF_UP)).isEqualTo(11);
        assertThat(Ratio.of(-21, 2).rounded(RoundingMode.HALF_UP)).isEqualTo(-11);
        assertThat(Ratio.of(21, 2).rounded(RoundingMode.HALF_EVEN)).isEqualTo(10);
        assertThat(Ratio.of(-1, 3).floor()).isEqualTo(-1);
    }

    @Test
    void aFractionOfNothingIsNone() {
        assertThatThrownBy(() -> Ratio.of(1).over(Ratio.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    /** Around the ends of an int and of a long, where the short way ends. */
    @Test
    void theShortWayAndTheLongOneAgree() {
        List<Long> numbers = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 999_983L, 1_000_000L));
        for (long end : List.of((long) Integer.MAX_VALUE, 3_037_000_499L, 1L << 62, Long.MAX_VALUE - 3)) {
            numbers.addAll(List.of(end - 1, end, end + 1, end + 2, -end, -end - 1));
        }
        numbers.add(Long.MIN_VALUE);
        for (long above : numbers) {
            for (long below : numbers) {
                for (long other : numbers) {
                    if (below != 0 && other != 0) {
                        compare(above, below, other);
                    }
                }
            }
        }
    }

    private static void compare(long above, long below, long other) {
        Ratio one = Ratio.of(above, below);
        BigInteger a = BigInteger.valueOf(above);
        BigInteger b = BigInteger.valueOf(below);
        BigInteger c = BigInteger.valueOf(other);
        assertIs(one.plus(Ratio.of(1, other)), a.multiply(c).add(b), b.multiply(c));
        assertIs(one.minus(Ratio.of(other)), a.subtract(b.multiply(c)), b);
        assertIs(one.times(Ratio.of(other, 7)), a.multiply(c), b.multiply(BigInteger.valueOf(7)));
        assertIs(one.over(Ratio.of(other)), a, b.multiply(c));
        assertThat(one.negated().signum()).isEqualTo(-a.signum() * b.signum());
        assertThat(one.compareTo(Ratio.of(other)))
                .isEqualTo(a.multiply(BigInteger.valueOf(b.signum())).compareTo(c.multiply(b.abs())));
    }

    private static void assertIs(Ratio ratio, BigInteger above, BigInteger below) {
        BigInteger divisor = above.gcd(below).multiply(BigInteger.valueOf(below.signum()));
        assertThat(ratio).hasToString(above.divide(divisor) + "/" + below.divide(divisor));
    }
}
