package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.money.Amounts.money;
import static org.tillwright.core.money.Amounts.unitPrice;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPriceTest {

    @ParameterizedTest(name = "{2} thousandths at {0} {1} are {4}")
    @CsvSource(
            textBlock =
                    """
            # currency, price,    milli,   rounding,  amount
              EUR,      1.29,      1000,   HALF_UP,     1.29
              EUR,      2.49,       345,   HALF_UP,     0.86
              EUR,      2.49,      -345,   HALF_UP,    -0.86
              EUR,      0.0125,    1000,   HALF_UP,     0.01
              EUR,      0.0125,    3000,   HALF_UP,     0.04
              EUR,      0.0125, 1000000,   HALF_UP,    12.50
              EUR,      0.015,     1000,   HALF_UP,     0.02
              EUR,      0.025,     1000,   HALF_EVEN,   0.02
              EUR,      0.025,    -1000,   HALF_UP,    -0.03
              EUR,      0.000001,  1000,   HALF_UP,     0.00
              EUR,      0.000001,  1000,   UP,          0.01
              JPY,      149.5,     1000,   HALF_UP,     150
              JPY,      33.333333, 3000,   HALF_UP,     100
              KWD,      0.0125,    1000,   HALF_UP,     0.013
              KWD,      1.234,      500,   HALF_EVEN,   0.617
            """)
    void aPriceTimesAQuantityIsRoundedOnce(
            String currency, String price, long milli, RoundingMode rounding, String amount) {
        assertThat(unitPrice(currency, price).times(new Quantity(milli), rounding))
                .isEqualTo(money(currency, amount));
    }

    @Test
    void aPriceIsNeverNegative() {
        assertThatThrownBy(() -> new UnitPrice(Currency.of("EUR"), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never negative");
    }

    @Test
    void aPriceMadeOfAnAmountIsThatAmountForOne() {
        assertThat(UnitPrice.of(eur("1.29")).micro()).isEqualTo(1_290_000);
        assertThat(UnitPrice.of(money("JPY", "129")).micro()).isEqualTo(129_000_000);
        assertThat(UnitPrice.of(eur("1.29")).times(Quantity.ONE, RoundingMode.UNNECESSARY))
                .isEqualTo(eur("1.29"));
    }

    @Test
    void aPriceBeyondALongThrows() {
        UnitPrice most = new UnitPrice(Currency.of("EUR"), Long.MAX_VALUE);

        assertThatThrownBy(() -> most.times(Quantity.of(1_000_000_000_000L), RoundingMode.HALF_UP))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> UnitPrice.of(new Money(Currency.of("JPY"), Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 1.29, EUR 1.29", "EUR, 0.0125, EUR 0.0125", "EUR, 100, EUR 100.00", "JPY, 100, JPY 100"})
    void itsTextHasTheCurrencysDecimalsAndMoreOnlyWhenNeeded(String currency, String price, String text) {
        assertThat(unitPrice(currency, price)).hasToString(text);
    }
}
