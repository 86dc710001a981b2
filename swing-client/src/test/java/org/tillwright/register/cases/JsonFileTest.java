package org.tillwright.register.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~ ~ | It is empty.",
                "hello | It is not JSON, at line 1.",
                "{\"a\":1 | It is not JSON, at line 1.",
                "{\"a\":NaN} | It is not JSON, at line 1.",
                "7 | It is not a JSON object.",
                "{\"a\":1} {} | There is something after its JSON object, at line 1.",
                "{\"a\":1} more | There is something after its JSON object, at line 1.",
                "{\"a\":{\"b\":1,\"b\":2}} | An object has two members \"b\", at line 1.",
            })
    void whatIsNoObjectIsToldInASentence(String text, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(sentence);
    }

    @Test
    void depthHasALimit() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("It is nested deeper than 64 levels, at line 1.");
    }

    @Test
    void aMarkBeforeTheTextIsNoText() throws UnreadableFileException {
        assertThat(read("\uFEFF{\"a\":1}").getInt("a")).isOne();
    }

    @Test
    void aNumberBeyondAllNumbersIsLeftToWhoeverAsksForIt() throws UnreadableFileException {
        assertThat(read("{\"a\":1e99999999999999}").getString("a")).isEqualTo("1e99999999999999");
        assertThat(read("{\"a\":" + "9".repeat(100_000) + "}").getString("a")).hasSize(100_000);
    }

    @Test
    void aFileThatIsNoneIsToldInASentence() throws IOException {
        assertThatThrownBy(() -> JsonFile.read(directory)).hasMessage("It is a folder.");
        assertThatThrownBy(() -> JsonFile.read(directory.resolve("none.json"))).hasMessage("There is no such file.");
        Path file = Files.write(directory.resolve("odd.json"), new byte[] {'{', (byte) 0xFF, '}'});
        assertThatThrownBy(() -> JsonFile.read(file)).hasMessage("It is not UTF-8.");
    }

    private static JsonObject read(String text) throws UnreadableFileException {
        return JsonFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
