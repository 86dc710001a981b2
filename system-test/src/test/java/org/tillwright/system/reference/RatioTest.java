package org.tillwright.system.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
}
