package org.tillwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.report.content.ControlTotal;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"da", "uk"})
    void everyLanguageHasEveryText(String language) throws IOException {
        assertThat(new TreeSet<>(words(language).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(words("en").stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void everyCheckHasASentence(String language) throws IOException {
        for (ControlTotal.Check check : ControlTotal.Check.values()) {
            assertThat(words(language)).containsKey(check.key());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void textsWithGapsHaveNoLoneQuote(String language) throws IOException {
        words(language).forEach((key, text) -> {
            if (text.toString().contains("{")) {
                assertThat(text.toString()).as("%s", key).doesNotContain("'");
            }
        });
    }

    @Test
    void aChartsTopIsRoundAndNotMuchHigher() {
        assertThat(HourChart.roundUp(11_900)).isEqualTo(12_000);
        assertThat(HourChart.roundUp(10_000)).isBetween(10_000L, 12_000L);
        assertThat(HourChart.roundUp(1)).isEqualTo(2);
        assertThat(HourChart.roundUp(0)).isZero();
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        String file = "words_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
