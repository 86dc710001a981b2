package org.tillwright.web.admin.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.wire.TenderType;

/** The words of these pages in each language: the same keys, the same gaps, and no text left in English. */
class SalesWordsTest {

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @CsvSource({"transactions, da", "transactions, uk", "today, da", "today, uk"})
    void everyLanguageHasTheSameKeysWithTheSameGaps(String capability, String language) throws IOException {
        Properties english = words(capability, "en");
        Properties other = words(capability, language);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(gaps(other.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(TenderType.class)
    void everyWayOfPayingHasAName(TenderType type) throws IOException {
        assertThat(words("transactions", "en").stringPropertyNames()).contains("transactions.tender." + type);
    }

    @ParameterizedTest
    @CsvSource({"transactions", "today"})
    void ukrainianIsWrittenInItsOwnLetters(String capability) throws IOException {
        words(capability, "uk").forEach((key, text) -> assertThat(String.valueOf(text))
                .as(String.valueOf(key))
                .matches(written -> written.matches("(?s).*[а-яіїєґА-ЯІЇЄҐ№].*")
                        || GAP.matcher(written).find()));
    }

    private static Set<String> gaps(String text) {
        return new TreeSet<>(
                GAP.matcher(text).results().map(found -> found.group()).toList());
    }

    private static Properties words(String capability, String language) throws IOException {
        String name = "/org/tillwright/web/admin/" + capability + "/words_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SalesWordsTest.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
