package org.tillwright.register.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.testing.Letters;

class BundlesTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @CsvSource({"messages,da", "messages,uk", "sentences,da", "sentences,uk"})
    void everyLanguageHasTheSameSentencesWithTheSamePlaces(String name, String language) {
        ResourceBundle english = bundle(name, "en");
        ResourceBundle other = bundle(name, language);
        assertThat(other.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        for (String key : english.keySet()) {
            assertThat(places(other.getString(key))).as(key).isEqualTo(places(english.getString(key)));
            assertThat(other.getString(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"messages,en", "messages,da", "messages,uk", "sentences,en", "sentences,da", "sentences,uk"})
    void everyLetterIsInTheFontOfTheScreens(String name, String language) {
        Font regular = Letters.regular();
        Font semibold = Letters.semibold();
        ResourceBundle bundle = bundle(name, language);
        for (String key : bundle.keySet()) {
            assertThat(regular.canDisplayUpTo(bundle.getString(key))).as(key).isEqualTo(-1);
            assertThat(semibold.canDisplayUpTo(bundle.getString(key))).as(key).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @CsvSource({"messages,en", "sentences,en"})
    void noSentenceBlamesOrShouts(String name, String language) {
        ResourceBundle bundle = bundle(name, language);
        for (String key : bundle.keySet()) {
            assertThat(bundle.getString(key).toLowerCase(Locale.ROOT))
                    .as(key)
                    .doesNotContain("error", "invalid", "operation failed", "!!");
        }
    }

    /** Of two sentences under one key only the last is ever said, and nobody sees it. */
    @ParameterizedTest
    @CsvSource({"messages,en", "messages,da", "messages,uk", "sentences,en", "sentences,da", "sentences,uk"})
    void noKeyIsThereTwice(String name, String language) throws IOException {
        List<Object> keys = new ArrayList<>();
        Properties all = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add(key);
                return super.put(key, value);
            }
        };
        String file = "/org/tillwright/register/" + name + "_" + language + ".properties";
        try (InputStream stream = Objects.requireNonNull(BundlesTest.class.getResourceAsStream(file), file)) {
            all.load(stream);
        }
        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle(
                "org.tillwright.register." + name,
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
