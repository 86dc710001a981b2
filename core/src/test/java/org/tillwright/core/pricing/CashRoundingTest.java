package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.CashRounding.Tie;

/** The tables that cash registers come with: the last digits of an amount, and what they become. */
class CashRoundingTest {

    @ParameterizedTest
    @CsvSource({
        // country, ranges of last digits for what is due, ranges for change
        "AU, '0-2:0 3-7:5 8-9:10', '0-2:0 3-7:5 8-9:10'",
        "CH, '0-2:0 3-7:5 8-9:10', '0-2:0 3-7:5 8-9:10'",
        "DK, '0-24:0 25-74:50 75-99:100', '0-25:0 26-75:50 76-99:100'",
        "NO, '0-49:0 50-99:100', '0-49:0 50-99:100'",
        "SE, '0-49:0 50-99:100', '0-50:0 51-99:100'",
        "NZ, '0-5:0 6-9:10', '0-5:0 6-9:10'",
        "DE, '0-0:0 1-1:1 7-7:7', '9-9:9'",
    })
    void lastDigitsBecomeWhatTheTableOfTheCountrySays(String country, String due, String change) {
        CashRounding rounding = CashRounding.of(country);
        Currency currency = Currency.of("EUR");

        for (long base : new long[] {0, 700, 123_400}) {
            for (long[] range : ranges(due)) {
                for (long digits = range[0]; digits <= range[1]; digits++) {
                    Money exact = new Money(currency, base + digits);
                    assertThat(rounding.due(exact).minor())
                            .as(country + " " + exact)
                            .isEqualTo(base + range[2]);
                    assertThat(rounding.due(exact.negated()))
                            .isEqualTo(rounding.due(exact).negated());
                }
            }
            for (long[] range : ranges(change)) {
                for (long digits = range[0]; digits <= range[1]; digits++) {
                    Money exact = new Money(currency, base + digits);
                    assertThat(rounding.change(exact).minor())
                            .as(country + " " + exact)
                            .isEqualTo(base + range[2]);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // country, currency, exact, due in cash
        "HU, HUF, 1003.00, 1005.00",
        "HU, HUF, 1002.00, 1000.00",
        "CZ, CZK, 10.50, 11.00",
        "MR, MRU, 1.29, 1.20",
        "GL, DKK, 0.25, 0.50",
        ", CHF, 1.98, 2.00",
        "DE, EUR, 1.98, 1.98",
        "FI, EUR, 1.98, 2.00",
        "JP, JPY, 7, 7",
    })
    void whereTheCountryHasNoRuleTheCoinsOfTheCurrencyAreOne(
            @Nullable String country, String code, String exact, String due) {
        CashRounding rounding = CashRounding.of(country, Currency.of(code));

        assertThat(rounding.due(money(code, exact))).isEqualTo(money(code, due));
    }

    @Test
    void newZealandsShopsChooseWhereTheMiddleGoes() {
        CashRounding inTheShopsFavour = new CashRounding(10, Tie.AWAY_FROM_ZERO, Tie.AWAY_FROM_ZERO);

        assertThat(inTheShopsFavour.due(money("NZD", "1.95"))).isEqualTo(money("NZD", "2.00"));
        assertThat(inTheShopsFavour.due(money("NZD", "1.94"))).isEqualTo(money("NZD", "1.90"));
        assertThat(CashRounding.of("NZ").due(money("NZD", "1.95"))).isEqualTo(money("NZD", "1.90"));
    }

    @Test
    void onlyWhatIsPaidInCashIsRounded() {
        Money total = money("CHF", "87.92");
        Money byCard = money("CHF", "50.00");

        assertThat(CashRounding.of("CH").due(total.minus(byCard))).isEqualTo(money("CHF", "37.90"));
        assertThat(total.minus(byCard).minus(money("CHF", "37.92"))).isEqualTo(money("CHF", "0")); // the rest by card
    }

    @Test
    void aRefundIsRoundedAsItsSaleWas() {
        assertThat(CashRounding.of("CH").due(money("CHF", "1.98"))).isEqualTo(money("CHF", "2.00"));
        assertThat(CashRounding.of("CH").due(money("CHF", "-1.98"))).isEqualTo(money("CHF", "-2.00"));
    }

    @Test
    void aCoinOfNothingIsNoCoin() {
        assertThatThrownBy(() -> new CashRounding(0, Tie.AWAY_FROM_ZERO, Tie.AWAY_FROM_ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long[][] ranges(String text) {
        String[] words = text.split(" ", -1);
        long[][] ranges = new long[words.length][];
        for (int i = 0; i < words.length; i++) {
            String[] parts = words[i].split("[-:]", -1);
            ranges[i] = new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])};
        }
        return ranges;
    }
}
