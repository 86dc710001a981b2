package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest(name = "{0} % is {1} ppm")
    @CsvSource({"19, 190000", "8.875, 88750", "0.0001, 1", "0, 0", "100, 1000000", "-10, -100000"})
    void aPercentageIsHeldExactly(String percent, long ppm) {
        assertThat(Rate.percent(percent)).isEqualTo(new Rate(ppm));
        assertThat(new Rate(ppm).percentText()).isEqualTo(percent);
    }

    @Test
    void aPercentageThatCannotBeHeldThrows() {
        assertThatThrownBy(() -> Rate.percent("8.87501")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aRateIsAFactor() {
        assertThat(new Rate(88_750).fraction()).isEqualByComparingTo("0.08875");
    }
}
