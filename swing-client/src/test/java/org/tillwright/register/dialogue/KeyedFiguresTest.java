package org.tillwright.register.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;

class KeyedFiguresTest {

    private static final Currency EUR = Currency.of("EUR");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4|400", "4.9|490", "4,90|490", "0|0", "12.|1200", "007|700"})
    void anAmountIsReadWithPointOrComma(String keyed, long minor) {
        assertThat(KeyedFigures.amount(keyed, EUR)).contains(new Money(EUR, minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,234", "1.2.3", "-3", "abc", "4006381333931", "1 000", "."})
    void whatCouldBeMisunderstoodIsRefused(String keyed) {
        assertThat(KeyedFigures.amount(keyed, EUR)).isEmpty();
    }

    @Test
    void aCurrencyWithoutDecimalsHasNone() {
        assertThat(KeyedFigures.amount("120", Currency.of("JPY"))).contains(new Money(Currency.of("JPY"), 120));
        assertThat(KeyedFigures.amount("1.2", Currency.of("JPY"))).isEmpty();
    }

    @Test
    void cashSuggestionsAreWhatACustomerHandsOver() {
        assertThat(CashNotes.suggestions(new Money(EUR, 949)))
                .containsExactly(1_000L, 2_000L, 5_000L, 10_000L, 20_000L);
        assertThat(CashNotes.suggestions(new Money(EUR, 2_340))).startsWith(2_500L, 3_000L, 4_000L);
        assertThat(CashNotes.suggestions(new Money(EUR, 1_000))).doesNotContain(1_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "uk,1,one",
        "uk,2,few",
        "uk,5,many",
        "uk,11,many",
        "uk,12,many",
        "uk,21,one",
        "uk,22,few",
        "uk,112,many",
        "en,1,one",
        "en,0,many",
        "da,2,many"
    })
    void everyLanguageCountsInItsOwnForms(String language, long count, String form) {
        assertThat(Counted.form(language, count)).isEqualTo(form);
    }
}
