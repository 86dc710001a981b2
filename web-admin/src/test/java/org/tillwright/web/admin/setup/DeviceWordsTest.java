package org.tillwright.web.admin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tillwright.server.devices.AlertKind;

/** Whatever registers call their devices and what is the matter with them has words here; read from the register's sources. */
class DeviceWordsTest {

    private static final Path DEVICES =
            Path.of("..", "swing-client", "src", "main", "java", "org", "tillwright", "register", "device");
    private static final Pattern TROUBLE = Pattern.compile("^ {8}([A-Z_]+)\\(\"", Pattern.MULTILINE);
    private static final Pattern KIND =
            Pattern.compile("^ {4}[A-Z_]+\\(\"[^\"]+\", \"([^\"]+)\"\\)", Pattern.MULTILINE);

    @Test
    void everyTroubleOfADeviceHasWords() throws IOException {
        assertThat(found("DeviceException.java", TROUBLE))
                .contains("PAPER_OUT", "NO_DRIVER", "CLOSED")
                .allSatisfy(trouble -> assertWords("setup.devices.trouble." + trouble));
    }

    @Test
    void everyKindOfDeviceHasWordsOnThePageAndInLetters() throws IOException {
        assertThat(found("DeviceKind.java", KIND)).contains("printer", "label").allSatisfy(kind -> {
            assertWords("setup.devices.kind." + kind);
            for (String language : List.of("en", "da", "uk")) {
                assertThat(bundle("org.tillwright.server.devices.letters", language)
                                .containsKey("device." + kind))
                        .as("%s in letters, %s", kind, language)
                        .isTrue();
            }
        });
    }

    @Test
    void everyAlertHasWords() {
        assertThat(AlertKind.values()).allSatisfy(kind -> assertWords("setup.devices.alert." + kind));
    }

    private static List<String> found(String file, Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(DEVICES.resolve(file)));
        return matcher.results().map(each -> each.group(1)).toList();
    }

    private static void assertWords(String key) {
        for (String language : List.of("en", "da", "uk")) {
            assertThat(bundle("org.tillwright.web.admin.setup.words", language).containsKey(key))
                    .as("%s in %s", key, language)
                    .isTrue();
        }
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle(
                name,
                Locale.forLanguageTag(language),
                DeviceWordsTest.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
