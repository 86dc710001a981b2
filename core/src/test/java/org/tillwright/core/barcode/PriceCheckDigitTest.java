package org.tillwright.core.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceCheckDigitTest {

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({"2875, 9", "14685, 6", "0000, 0", "00000, 0"})
    void aPriceHasItsCheckDigit(String price, char check) {
        assertThat(PriceCheckDigit.of(price)).isEqualTo(check);
    }

    @Test
    void oneWrongFigureIsAlwaysNoticed() {
        for (int price = 0; price < 100_000; price += 7) {
            String five = "0".repeat(5 - Integer.toString(price).length()) + price;
            everyOtherFigureIsNoticed(five);
            everyOtherFigureIsNoticed(five.substring(1));
        }
    }

    private static void everyOtherFigureIsNoticed(String price) {
        char check = PriceCheckDigit.of(price);
        for (int at = 0; at < price.length(); at++) {
            for (char figure = '0'; figure <= '9'; figure++) {
                String read = price.substring(0, at) + figure + price.substring(at + 1);
                assertThat(PriceCheckDigit.of(read) == check)
                        .as("%s read as %s", price, read)
                        .isEqualTo(read.equals(price));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "287", "287500", "28x5"})
    void otherPricesHaveNone(String price) {
        assertThatIllegalArgumentException().isThrownBy(() -> PriceCheckDigit.of(price));
    }
}
