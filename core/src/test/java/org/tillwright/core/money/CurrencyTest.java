package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyTest {

    @ParameterizedTest(name = "{0} has {1} decimals")
    @CsvSource({
        "EUR, 2", "DKK, 2", "UAH, 2", "USD, 2", "GBP, 2", "CHF, 2", "SLE, 2", "VES, 2", "XCG, 2", "JPY, 0", "KRW, 0",
        "ISK, 0", "HUF, 2", "KWD, 3", "BHD, 3", "TND, 3", "CLF, 4", "UYW, 4"
    })
    void aCurrencyHasItsDecimals(String code, int digits) {
        assertThat(Currency.of(code)).isEqualTo(new Currency(code, digits));
    }

    @Test
    void anUnknownCurrencyIsNoCurrency() {
        assertThat(Currency.find("EURO")).isNull();
        assertThat(Currency.find("eur")).isNull();
        assertThat(Currency.find("")).isNull();
        assertThatThrownBy(() -> Currency.of("ZZZ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no currency ZZZ");
    }

    @Test
    void theTableHoldsEachCurrencyOnceAndUnderItsOwnCode() {
        Map<String, Currency> table = CurrencyTable.BY_CODE;

        assertThat(table).hasSizeGreaterThan(200);
        assertThat(table).allSatisfy((code, currency) -> {
            assertThat(code).matches("[A-Z]{3}").isEqualTo(currency.code());
            assertThat(currency.digits()).isBetween(0, 4);
        });
    }

    @Test
    void everyCurrencyInDailyUseIsKnown() {
        assertThat(
                        "AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS INR JPY KRW MXN NOK NZD PLN RON SEK SGD THB TRY UAH USD ZAR"
                                .split(" ", -1))
                .allSatisfy(code -> assertThat(Currency.find(code)).isNotNull());
    }
}
