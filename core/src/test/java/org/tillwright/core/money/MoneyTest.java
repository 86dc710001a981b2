package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.money.Amounts.money;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest(name = "{1} % of {0} rounds {2} to {3}")
    @CsvSource(
            textBlock =
                    """
            # minor, percent, rounding,  expected
                199,   8.875,  HALF_UP,        18
                100,   0.5,    HALF_UP,         1
                100,   0.5,    HALF_EVEN,       0
                300,   0.5,    HALF_EVEN,       2
               -100,   0.5,    HALF_UP,        -1
               -100,   0.5,    HALF_EVEN,       0
               -300,   0.5,    HALF_EVEN,      -2
                100,   0.5,    HALF_DOWN,       0
                101,  10,      UP,             11
                101,  10,      DOWN,           10
               -101,  10,      UP,            -11
               -101,  10,      DOWN,          -10
                101,  10,      CEILING,        11
               -101,  10,      FLOOR,         -11
                  0,  21,      HALF_UP,         0
                937,  21,      HALF_UP,       197
             100000,   0.0001, HALF_UP,         0
            1000000,   0.0001, HALF_UP,         1
            """)
    void taxIsRoundedOnceByTheNamedRule(long minor, String percent, RoundingMode rounding, long expected) {
        Money amount = new Money(Currency.of("EUR"), minor);

        assertThat(amount.times(Rate.percent(percent), rounding).minor()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} with {1} % in it is {3} net")
    @CsvSource(
            textBlock =
                    """
            # gross, percent, rounding, net
             100.00,  16,     HALF_UP,   86.21
               2.99,   4,     HALF_UP,    2.88
              28.90,  22,     HALF_UP,   23.69
               1.25,  10,     HALF_UP,    1.14
              -1.25,  10,     HALF_UP,   -1.14
               1.19,   0,     HALF_UP,    1.19
               0.03,  20,     HALF_UP,    0.03
               0.03, 100,     HALF_UP,    0.02
               0.03, 100,     HALF_EVEN,  0.02
               0.01, 100,     HALF_EVEN,  0.00
               0.01, 100,     HALF_UP,    0.01
              -0.01, 100,     HALF_UP,   -0.01
            """)
    void aGrossAmountGivesUpItsTax(String gross, String percent, RoundingMode rounding, String net) {
        assertThat(eur(gross).without(Rate.percent(percent), rounding)).isEqualTo(eur(net));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 12.50, 1250", "JPY, 1250, 1250", "KWD, 1.250, 1250", "CLF, 0.1250, 1250", "EUR, -0.05, -5"})
    void eachCurrencyHasItsOwnMinorUnit(String currency, String decimal, long minor) {
        Money amount = new Money(Currency.of(currency), minor);

        assertThat(amount.decimal()).isEqualTo(decimal);
        assertThat(amount).hasToString(currency + " " + decimal).isEqualTo(money(currency, decimal));
    }

    @Test
    void amountsAddAndSubtractExactly() {
        assertThat(eur("0.10").plus(eur("0.20"))).isEqualTo(eur("0.30"));
        assertThat(eur("0.10").minus(eur("0.20"))).isEqualTo(eur("-0.10"));
        assertThat(eur("0.10").negated()).isEqualTo(eur("-0.10"));
    }

    @Test
    void anAmountKnowsItsSign() {
        assertThat(eur("-0.01").isNegative()).isTrue();
        assertThat(eur("0.00").isNegative()).isFalse();
        assertThat(eur("0.00").isZero()).isTrue();
        assertThat(eur("0.01").isZero()).isFalse();
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> eur("0.05").plus(money("JPY", "5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mixed currencies: EUR 0.05 and JPY 5");
        assertThatThrownBy(() -> eur("0.05").minus(money("JPY", "5"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overflowIsAnErrorNotAWrongTotal() {
        Money most = new Money(Currency.of("EUR"), Long.MAX_VALUE);
        Money least = new Money(Currency.of("EUR"), Long.MIN_VALUE);

        assertThatThrownBy(() -> most.plus(eur("0.01"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(eur("0.01"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(Rate.percent("101"), RoundingMode.HALF_UP))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theSmallestAmountCanBeSubtractedFromANegativeOne() {
        Money least = new Money(Currency.of("EUR"), Long.MIN_VALUE);

        assertThat(least.minus(least)).isEqualTo(eur("0.00"));
    }
}
