package org.tillwright.boot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tillwright.core.settings.Setting;
import org.tillwright.wire.json.WireJson;

class SettingsListTest {

    private static final String DATA =
            Path.of("target/settings-list").toAbsolutePath().toString();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAME = Pattern.compile("TILLWRIGHT_[A-Z][A-Z_]*[A-Z](?![A-Z_])");
    private static final Set<String> SOURCES = Set.of(".java", ".md", ".xml", ".sh", ".service");
    private static final Set<String> CATALOGUE =
            Stream.of(Setting.values()).map(Setting::variable).collect(Collectors.toSet());

    @Test
    void aMisspeltNameIsTold() {
        Map<String, String> misspelt = Map.of("TILLWRIGHT_DATA", DATA, "TILLWRIGHT_" + "HTTP_ADRESS", "0.0.0.0");
        assertThat(SettingsList.of(misspelt).unknown()).containsExactly("TILLWRIGHT_" + "HTTP_ADRESS");
        assertThat(SettingsList.of(misspelt).faults()).isEmpty();
    }

    @Test
    void secretsAreSetAndNotShown() {
        SettingsList list = SettingsList.of(Map.of(
                "TILLWRIGHT_DATA", DATA,
                "TILLWRIGHT_DB_URL", "jdbc:mariadb://db/shop?user=a&password=hidden1&keyStorePassword=hidden2",
                "TILLWRIGHT_DB_USER", "shop",
                "TILLWRIGHT_DB_PASSWORD", "hidden3",
                "TILLWRIGHT_PIN", "481516"));
        String shown = new String(WireJson.write(list), StandardCharsets.UTF_8);
        assertThat(shown).doesNotContain("hidden").doesNotContain("481516").contains("(set, not shown)");
        assertThat(list.faults()).isEmpty();
    }

    @Test
    void eachSaysWhereItsValueComesFrom() {
        SettingsList list = SettingsList.of(Map.of("TILLWRIGHT_DATA", DATA, "TILLWRIGHT_MEMORY_MB", "1024"));
        assertThat(list.settings())
                .filteredOn(line -> line.name().equals("TILLWRIGHT_MEMORY_MB"))
                .first()
                .satisfies(line -> {
                    assertThat(line.value()).isEqualTo("1024");
                    assertThat(line.from()).isEqualTo("environment");
                    assertThat(line.standard()).isEqualTo("512");
                    assertThat(line.unit()).isEqualTo("MiB");
                    assertThat(line.readBy()).isEqualTo("starter");
                });
        assertThat(list.settings())
                .filteredOn(line -> line.name().equals("TILLWRIGHT_TUNING"))
                .first()
                .satisfies(line -> assertThat(line.from()).isEqualTo("default"));
    }

    @Test
    void allFaultsOfAllReadersAreTold() {
        SettingsList list = SettingsList.of(Map.of(
                "TILLWRIGHT_DATA",
                DATA,
                "TILLWRIGHT_HTTP_ADDRESS",
                "0.0.0.0",
                "TILLWRIGHT_TUNING",
                "fast",
                "TILLWRIGHT_PIN",
                "1".repeat(30)));
        assertThat(list.faults())
                .hasSize(3)
                .anyMatch(fault -> fault.contains("others could read what registers"))
                .anyMatch(fault -> fault.startsWith("TILLWRIGHT_TUNING is fast;"))
                .anyMatch(fault -> fault.startsWith("TILLWRIGHT_PIN is not usable;"));
    }

    /** A setting that the list does not know would be found by whoever reads the sources, and by nobody else. */
    @Test
    void everyNameInTheSourcesIsInTheCatalogue() throws IOException {
        assertThat(CATALOGUE).containsAll(namesIn(sources()));
    }

    /** With its default, its readers and what it does, as the list tells them. */
    @Test
    void everySettingIsInTheDocumentation() throws IOException {
        List<String> documented = Files.readAllLines(ROOT.resolve("docs/operations.md"));
        for (SettingsList.Line line :
                SettingsList.of(Map.of("TILLWRIGHT_DATA", DATA)).settings()) {
            String unit = Map.of("seconds", " s", "MiB", " MiB").getOrDefault(line.unit(), "");
            String standard = line.standard().isEmpty() ? "-" : "`" + line.standard() + "`" + unit;
            assertThat(documented)
                    .contains("| `%s` | %s | %s | %s |".formatted(line.name(), standard, line.readBy(), line.about()));
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> Files.isRegularFile(file))
                    .filter(file ->
                            !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git|\\.tillwright)(/.*)?"))
                    .filter(file -> file.getFileName().toString().equals("pos")
                            || SOURCES.stream()
                                    .anyMatch(ending ->
                                            file.getFileName().toString().endsWith(ending)))
                    .toList();
        }
    }

    private static Set<String> namesIn(List<Path> files) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            Matcher found = NAME.matcher(Files.readString(file));
            while (found.find()) {
                names.add(found.group());
            }
        }
        return names;
    }
}
