package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.core.money.Amounts.money;
import static org.tillwright.core.money.Amounts.unitPrice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFormatTest {

    private static final MoneyFormat DANISH = new MoneyFormat(',', '.');
    private static final MoneyFormat ENGLISH = new MoneyFormat('.', ',');
    private static final MoneyFormat UKRAINIAN = new MoneyFormat(',', '\u00A0');
    private static final MoneyFormat PLAIN = new MoneyFormat('.', (char) 0);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            # currency; amount;        Danish;          English;         Ukrainian
              EUR;            0.00;          0,00;            0.00;            0,00
              EUR;            0.05;          0,05;            0.05;            0,05
              EUR;           -0.05;         −0,05;           −0.05;           −0,05
              EUR;          999.99;        999,99;          999.99;          999,99
              EUR;         1234.50;      1.234,50;        1,234.50;        1_234,50
              EUR;     -1234567.89; −1.234.567,89;   −1,234,567.89;   −1_234_567,89
              JPY;         1234567;     1.234.567;       1,234,567;       1_234_567
              KWD;        1234.567;     1.234,567;       1,234.567;       1_234,567
            """)
    void anAmountIsWrittenWithTheLanguagesOwnSigns(
            String currency, String amount, String danish, String english, String ukrainian) {
        Money money = money(currency, amount);

        assertThat(DANISH.amount(money)).isEqualTo(danish);
        assertThat(ENGLISH.amount(money)).isEqualTo(english);
        assertThat(UKRAINIAN.amount(money)).isEqualTo(ukrainian.replace('_', '\u00A0'));
    }

    @Test
    void withoutAGroupingSignThousandsStandTogether() {
        assertThat(PLAIN.amount(money("EUR", "1234567.89"))).isEqualTo("1234567.89");
    }

    @Test
    void theSmallestAmountThereIsCanBeWritten() {
        Money least = new Money(Currency.of("EUR"), Long.MIN_VALUE);

        assertThat(ENGLISH.amount(least)).isEqualTo("−92,233,720,368,547,758.08");
    }

    @ParameterizedTest
    @CsvSource({"EUR, 1.29, 1.29", "EUR, 0.0125, 0.0125", "EUR, 100, 100.00", "EUR, 0, 0.00", "JPY, 1500, '1,500'"})
    void aPriceShowsMoreDecimalsOnlyWhenItNeedsThem(String currency, String price, String text) {
        assertThat(ENGLISH.price(unitPrice(currency, price))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "485, '0,485'", "2500, '2,5'", "-1000, −1", "10000, 10", "1000000, 1.000", "0, 0"})
    void aQuantityIsAsShortAsItCanBeTold(long milli, String text) {
        assertThat(DANISH.quantity(new Quantity(milli))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"190000, 19", "88750, '8,875'", "0, 0", "1000000, 100"})
    void aRateIsWrittenInPercent(long ppm, String text) {
        assertThat(DANISH.percent(new Rate(ppm))).isEqualTo(text);
    }
}
