package org.tillwright.web.admin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.money.MoneyFormat;

class DecimalReaderTest {

    private static final MoneyFormat ENGLISH = new MoneyFormat('.', ',');
    private static final MoneyFormat DANISH = new MoneyFormat(',', '.');

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.29|1290000", "1,234.50|1234500000", "1234.5|1234500000", "0.0125|12500", "12,5|12500000",
                "1,250|1250000000", " 7 |7000000", "0|0", "1 234.50|1234500000", "999999999|999999999000000"
            })
    void aPriceIsReadAsEnglishWritesIt(String text, long micro) {
        assertThat(DecimalReader.read(text, ENGLISH, 6)).contains(micro);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,29|1290000", "1.234,50|1234500000", "12.50|12500000", "1.250|1250000000", "0,0125|12500"})
    void aPriceIsReadAsDanishWritesIt(String text, long micro) {
        assertThat(DecimalReader.read(text, DANISH, 6)).contains(micro);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cheap",
                "-1",
                "1.2.3",
                "1,2,3",
                "1e9",
                "0.0000001",
                "1.",
                ".5",
                "99999999999999999999",
                "1.29 EUR",
                "\u0661",
                "0x10",
                "NaN"
            })
    void whatIsNoPriceIsNone(String text) {
        assertThat(DecimalReader.read(text, ENGLISH, 6)).isEqualTo(Optional.empty());
    }
}
