package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.register.command.RegisterCommands;
import org.tillwright.register.function.FunctionId;

/** The papers that hang beside a till, as a browser prints them and as a scanner reads them. */
class PrintedPapersTest {

    private static final float A4_WIDTH = 595.3f;
    private static final float A4_HEIGHT = 841.9f;
    private static final float POINT = 1;

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void eachRolesPageIsOneSheetOfA4(String language) throws Exception {
        Path place = pages(language);
        for (String role : List.of("cashier", "manager", "it")) {
            Path pdf = place.resolve(role + "-" + language + ".pdf");
            Browser.print(place.resolve(role + "-" + language + ".html").toUri(), pdf);
            try (PdfReader reader = new PdfReader(Files.readAllBytes(pdf))) {
                Rectangle sheet = reader.getPageSize(1);
                assertThat(reader.getNumberOfPages()).as(pdf + ": sheets").isEqualTo(1);
                assertThat(sheet.getWidth()).isCloseTo(A4_WIDTH, within(POINT));
                assertThat(sheet.getHeight()).isCloseTo(A4_HEIGHT, within(POINT));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "uk"})
    void whatAPageSaysOfTheConsoleCommandsAndDocumentsIsThere(String language) throws Exception {
        Set<String> words = consoleWords(language);
        Set<String> commands = commands();
        Path place = pages(language);
        int named = 0;
        for (String role : List.of("cashier", "manager", "it")) {
            String page = Files.readString(place.resolve(role + "-" + language + ".html"));
            String body = page.substring(page.indexOf("</style>"));
            for (String called : all("<dfn>([^<]+)</dfn>", body)) {
                assertThat(words).as(role + " sends people to " + called).contains(called);
                named++;
            }
            for (String command : all("\\./pos ([a-z-]+)", body)) {
                assertThat(commands).as(role + " names a command").contains(command);
                named++;
            }
            for (String document : all("(docs/[a-z-]+\\.md)", body)) {
                assertThat(TestPlace.root().resolve(document)).exists();
                named++;
            }
        }
        assertThat(named).as("places, commands and documents on the pages").isGreaterThan(20);
    }

    @Test
    void anotherProgramReadsEveryBarcodeOfTheSheet() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zbarimg")), "zbarimg is not installed: the codes are not read");
        Path place = TestPlace.directory("command-barcodes");
        Path sheet = place.resolve("barcodes.html");
        assertThat(RegisterCommands.commandLine().execute("barcodes", "--out", sheet.toString()))
                .isZero();
        Path picture = TestPlace.screen("command-barcodes");
        Browser.picture(sheet.toUri(), picture, 800, 2_400);
        Process reader = new ProcessBuilder(
                        "zbarimg", "--quiet", "--raw", "-Sdisable", "-Scode128.enable", picture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(Stream.of(FunctionId.values())
                        .map(id -> "TW*" + id.name())
                        .toList());
        assertThat(read).allMatch(code -> FunctionId.ofBarcode(code) != null);
        TestPlace.delete("command-barcodes");
    }

    private static Path pages(String language) throws IOException {
        Path place = TestPlace.directory("pages-" + language);
        assertThat(RegisterCommands.commandLine().execute("pages", "--language", language, "--out", place.toString()))
                .isZero();
        return place;
    }

    /** Everything that the console says in a language. */
    private static Set<String> consoleWords(String language) throws IOException {
        Set<String> words = new HashSet<>();
        Path bundles = TestPlace.root().resolve("web-admin/src/main/resources/org/tillwright/web/admin");
        try (Stream<Path> files = Files.walk(bundles)) {
            for (Path file : files.filter(each -> each.endsWith("words_" + language + ".properties"))
                    .toList()) {
                Properties bundle = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    bundle.load(reader);
                }
                bundle.values().forEach(value -> words.add(value.toString()));
            }
        }
        assertThat(words).hasSizeGreaterThan(100);
        return words;
    }

    /** The words that the script takes. */
    private static Set<String> commands() throws IOException {
        Set<String> commands = new HashSet<>();
        for (String line : Files.readAllLines(TestPlace.root().resolve("pos"))) {
            if (line.matches("  [a-z-]+( \\| [a-z-]+)*\\).*")) {
                commands.addAll(
                        List.of(line.substring(0, line.indexOf(')')).strip().split(" \\| ")));
            }
        }
        return commands;
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        for (MatchResult match :
                Pattern.compile(pattern).matcher(text).results().toList()) {
            found.add(match.group(1));
        }
        return found;
    }
}
