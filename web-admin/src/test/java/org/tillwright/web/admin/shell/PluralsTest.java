package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {

    @ParameterizedTest
    @CsvSource({
        "en, 0, other",
        "en, 1, one",
        "en, 2, other",
        "en, -1, one",
        "da, 1, one",
        "da, 21, other",
        "uk, 0, many",
        "uk, 1, one",
        "uk, 2, few",
        "uk, 4, few",
        "uk, 5, many",
        "uk, 11, many",
        "uk, 12, many",
        "uk, 14, many",
        "uk, 21, one",
        "uk, 22, few",
        "uk, 111, many",
        "uk, 121, one",
        "uk, -3, few"
    })
    void aNumberTakesTheFormOfItsLanguage(String language, long number, String form) {
        assertThat(Plurals.form(language, number)).isEqualTo(form);
    }
}
