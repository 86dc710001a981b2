package org.tillwright.register.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @Test
    void everyLanguageSaysEverySentenceWithTheSamePlaces() throws IOException {
        Properties english = bundle("en");
        for (String language : Texts.LANGUAGES) {
            Properties other = bundle(language);
            assertThat(other.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(places(english.getProperty(key)));
            }
        }
    }

    @Test
    void everySentenceThatTheCodeNamesIsThere() throws IOException {
        Pattern named = Pattern.compile("(?:Notice\\.of|texts\\.text|now\\.text)\\(\\s*\"([a-z.-]*[a-z])\"");
        Texts texts = Texts.of("en");
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/tillwright/register"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = named.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertThat(texts.has(matcher.group(1)))
                            .as(file + " names " + matcher.group(1))
                            .isTrue();
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(40);
    }

    @Test
    void apostrophesAndBracesOfArgumentsStayAsTheyAre() {
        assertThat(Texts.of("uk").text("server.busy", "O'Neil")).contains("O'Neil");
    }

    @Test
    void aLanguageThatIsNotSpokenIsEnglish() {
        assertThat(Texts.of("fr").language()).isEqualTo("en");
        assertThat(Texts.of("fr").isRightToLeft()).isFalse();
    }

    @Test
    void figuresAndDatesFollowTheLanguage() {
        LocalDateTime time = LocalDateTime.of(2026, 3, 2, 12, 5);
        assertThat(Texts.of("en").dateAndTime(time)).isEqualTo("02/03/2026 12:05");
        assertThat(Texts.of("da").dateAndTime(time)).isEqualTo("02-03-2026 12:05");
        assertThat(Texts.of("uk").date(time.toLocalDate())).isEqualTo("02.03.2026");
        assertThat(Texts.of("da").figures().decimalPoint()).isEqualTo(',');
    }

    private static List<String> places(String sentence) {
        return List.copyOf(new TreeSet<>(
                PLACE.matcher(sentence).results().map(place -> place.group()).toList()));
    }

    private static Properties bundle(String language) throws IOException {
        String name = "/org/tillwright/register/sentences_" + language + ".properties";
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(TextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
