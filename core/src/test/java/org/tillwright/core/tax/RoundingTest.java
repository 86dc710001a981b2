package org.tillwright.core.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Holds the arithmetic in longs against decimals of any length. */
class RoundingTest {

    @Property
    void aPartIsRoundedAsADecimalWouldBe(
            @ForAll @LongRange(min = -2_000_000_000_000L, max = 2_000_000_000_000L) long amount,
            @ForAll @LongRange(max = 11_000_000) long numerator,
            @ForAll @LongRange(min = 100, max = 11_000_000) long divisor) {
        for (RoundingMode rounding : RoundingMode.values()) {
            if (rounding != RoundingMode.UNNECESSARY) {
                assertThat(Rounding.part(amount, numerator, divisor, rounding))
                        .isEqualTo(decimal(amount, numerator, divisor, rounding));
            }
        }
    }

    @Property
    void halvesAreSeenAsHalves(@ForAll @LongRange(min = -999, max = 999) long amount) {
        for (RoundingMode rounding : RoundingMode.values()) {
            if (rounding != RoundingMode.UNNECESSARY) {
                assertThat(Rounding.part(amount, 1, 2, rounding)).isEqualTo(decimal(amount, 1, 2, rounding));
            }
        }
    }

    private static long decimal(long amount, long numerator, long divisor, RoundingMode rounding) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                .longValueExact();
    }
}
