package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyTest {

    @ParameterizedTest(name = "{0} is {1} and has {2} decimals, {3} in cash, in steps of {4}")
    @CsvSource({
        "EUR, 978, 2, 2, 0", "USD, 840, 2, 2, 0", "UAH, 980, 2, 2, 0", "GBP, 826, 2, 2, 0", "DKK, 208, 2, 2, 50",
        "CHF, 756, 2, 2, 5", "CAD, 124, 2, 2, 5", "SEK, 752, 2, 0, 100", "NOK, 578, 2, 0, 100", "CZK, 203, 2, 0, 100",
        "HUF, 348, 2, 0, 500", "MRU, 929, 2, 2, 20", "SLE, 925, 2, 2, 0", "VES, 928, 2, 2, 0", "XCG, 532, 2, 2, 0",
        "JPY, 392, 0, 0, 0", "KRW, 410, 0, 0, 0", "ISK, 352, 0, 0, 0", "KWD, 414, 3, 3, 0", "BHD, 48, 3, 3, 0",
        "TND, 788, 3, 3, 0", "CLF, 990, 4, 4, 0", "UYW, 927, 4, 4, 0"
    })
    void aCurrencyIsKnownWithItsDecimalsAndItsSmallestCoin(
            String code, int number, int digits, int cashDigits, int cashIncrement) {
        Currency expected = new Currency(code, number, digits, cashDigits, cashIncrement);

        assertThat(Currency.of(code)).isEqualTo(expected);
        assertThat(Currency.findByNumber(number)).isEqualTo(expected);
    }

    @Test
    void anUnknownCurrencyIsNoCurrency() {
        assertThat(Currency.find("EURO")).isNull();
        assertThat(Currency.find("eur")).isNull();
        assertThat(Currency.find("")).isNull();
        assertThat(Currency.findByNumber(0)).isNull();
        assertThatThrownBy(() -> Currency.of("ZZZ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no currency ZZZ");
    }

    /** Gold, units of account, the code for tests: nobody pays in them, and ISO 4217 gives them no digits. */
    @Test
    void whatHasNoMinorUnitIsNoCurrency() {
        assertThat("XAG XAU XBA XDR XSU XTS XUA".split(" ", -1))
                .allSatisfy(code -> assertThat(Currency.find(code)).isNull());
    }

    @Test
    void theTableHoldsEachCurrencyUnderItsOwnCodeAndNumber() {
        Map<String, Currency> table = CurrencyTable.BY_CODE;

        assertThat(table).hasSizeGreaterThan(260);
        assertThat(table).allSatisfy((code, currency) -> {
            assertThat(code).matches("[A-Z]{3}").isEqualTo(currency.code());
            assertThat(currency.number()).isBetween(1, 999);
            assertThat(currency.digits()).isBetween(0, 4);
            assertThat(currency.cashDigits()).isBetween(0, currency.digits());
            assertThat(currency.cashIncrement()).isNotNegative().isNotEqualTo(1);
        });
        assertThat(CurrencyTable.BY_NUMBER).hasSizeGreaterThan(150);
        assertThat(CurrencyTable.BY_NUMBER)
                .allSatisfy((number, currency) -> assertThat(currency.number()).isEqualTo(number));
    }

    /** 532 was the Antillean guilder's before it was the Caribbean one's. */
    @Test
    void aNumberIsTheCurrencyThatHasItToday() {
        assertThat(Currency.of("ANG").number()).isEqualTo(532);
        assertThat(Currency.findByNumber(532)).isEqualTo(Currency.of("XCG"));
    }

    /** A newer CLDR must not make a stored 1990 ten forints less, or a hundred times more. */
    @Test
    void amountsOnDiskKeepTheirDigits() throws IOException {
        for (String line : golden()) {
            String[] cells = line.split(" ", -1);
            int digits = Integer.parseInt(cells[0]);
            assertThat(Arrays.copyOfRange(cells, 1, cells.length))
                    .allSatisfy(code ->
                            assertThat(Currency.of(code).digits()).as(code).isEqualTo(digits));
        }
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = CurrencyTest.class.getResourceAsStream("/golden-currency-digits.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
