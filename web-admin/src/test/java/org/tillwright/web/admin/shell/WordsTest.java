package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at every bundle and every page that there is: a word that one language lacks is found here, not by a reader. */
class WordsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/tillwright/web");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java/org/tillwright/web/admin");

    private static final Pattern IN_PAGES =
            Pattern.compile("words(?:\\[|\\.with\\(|\\.count\\()'([a-z]+\\.[A-Za-z0-9.]+)'");
    private static final Pattern IN_BEANS =
            Pattern.compile("(?:done|warn|refused|get|with|count)\\(\\s*\"([a-z]+\\.[A-Za-z0-9.]+)\"");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    /** Forms of a plural, which differ between languages. */
    private static final Pattern FORM = Pattern.compile("\\.(one|few|many|other)$");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - "_en.properties".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void allThreeLanguagesSayTheSame(String bundle) throws IOException {
        Properties english = read(bundle, "en");
        for (String language : List.of("da", "uk")) {
            Properties other = read(bundle, language);
            assertThat(keys(other)).as(bundle + " in " + language).isEqualTo(keys(english));
            for (String key : english.stringPropertyNames()) {
                if (!FORM.matcher(key).find()) {
                    assertThat(gaps(other.getProperty(key)))
                            .as("gaps of %s in %s", key, language)
                            .isEqualTo(gaps(english.getProperty(key)));
                    assertThat(other.getProperty(key))
                            .as(key + " in " + language)
                            .isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aPluralHasTheFormsOfItsLanguage(String bundle) throws IOException {
        for (Map.Entry<String, Set<String>> language : Map.of(
                        "en", Set.of("one", "other"), "da", Set.of("one", "other"), "uk", Set.of("one", "few", "many"))
                .entrySet()) {
            Map<String, Set<String>> forms = new TreeMap<>();
            for (String key : read(bundle, language.getKey()).stringPropertyNames()) {
                Matcher form = FORM.matcher(key);
                if (form.find()) {
                    forms.computeIfAbsent(key.substring(0, form.start()), noun -> new TreeSet<>())
                            .add(form.group(1));
                }
            }
            assertThat(forms).as(bundle + " in " + language.getKey()).allSatisfy((noun, has) -> assertThat(has)
                    .isEqualTo(language.getValue()));
        }
    }

    @Test
    void whatPagesAndBeansSayIsInTheBundles() throws IOException {
        Map<String, Path> wanted = new TreeMap<>();
        collect(PAGES, ".xhtml", IN_PAGES, wanted);
        collect(BEANS, ".java", IN_BEANS, wanted);
        Set<String> known = new TreeSet<>();
        for (String bundle : bundles()) {
            known.addAll(keys(read(bundle, "en")));
        }
        assertThat(wanted).hasSizeGreaterThan(30);
        assertThat(wanted.keySet()).filteredOn(key -> !key.endsWith(".")).allSatisfy(key -> assertThat(known)
                .as("%s says %s", wanted.get(key), key)
                .contains(key));
    }

    @Test
    void aWordIsFoundByItsKeyAndFilled() {
        assertThat(SomeReader.words("da").get("shell.signIn.action")).isEqualTo("Log ind");
        assertThat(SomeReader.words("en").with("shell.refusal.locked", 5, "15"))
                .contains("5 wrong")
                .contains("15 minutes");
        assertThat(SomeReader.words("uk").get("shell.no.such")).isEqualTo("shell.no.such");
        assertThat(SomeReader.words("uk").get("nobody.no.such")).isEqualTo("nobody.no.such");
        assertThat(SomeReader.words("en").containsKey("shell.skip")).isTrue();
    }

    private static void collect(Path root, String ending, Pattern pattern, Map<String, Path> found) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher key = pattern.matcher(Files.readString(file).replaceAll("(?s)<!--.*?-->", ""));
                while (key.find()) {
                    found.put(key.group(1), file);
                }
            }
        }
    }

    /** A noun with its forms counts as one key. */
    private static Set<String> keys(Properties words) {
        return words.stringPropertyNames().stream()
                .map(key -> FORM.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> gaps(String text) {
        List<String> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        while (gap.find()) {
            gaps.add(gap.group());
        }
        gaps.sort(null);
        return gaps;
    }

    private static Properties read(String bundle, String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(bundle + "_" + language + ".properties"))) {
            words.load(file);
        }
        return words;
    }
}
