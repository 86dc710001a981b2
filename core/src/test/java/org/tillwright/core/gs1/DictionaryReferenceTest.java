package org.tillwright.core.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds our table of identifiers against a copy of the dictionary, where there is one. */
class DictionaryReferenceTest {

    private static final String VARIABLE = "TILLWRIGHT_REFERENCE_DATA";

    @Test
    void ourTableSaysWhatTheDictionarySays() throws IOException {
        String directory = System.getenv(VARIABLE);
        assumeTrue(directory != null, "skipped: " + VARIABLE + " names no directory with gs1-ai-table.json");
        int compared = 0;
        try (JsonReader json = Json.createReader(Files.newBufferedReader(Path.of(directory, "gs1-ai-table.json")))) {
            for (JsonValue row : json.readObject().getJsonArray("rows")) {
                compared += compare(row.asJsonObject());
            }
        }
        assertThat(compared).isGreaterThan(400);
    }

    private static int compare(JsonObject row) {
        String[] range = row.getString("ai").split("-", -1);
        int last = Integer.parseInt(range[range.length - 1]);
        int compared = 0;
        for (int number = Integer.parseInt(range[0]); number <= last; number++) {
            String digits = Integer.toString(number);
            AiEntry entry = AiTable.find("0".repeat(range[0].length() - digits.length()) + digits);
            assertThat(entry).as("identifier %s", number).isNotNull();
            assertThat(entry.isPredefined())
                    .as("predefined length of %s", number)
                    .isEqualTo(row.getBoolean("predefined_length_no_fnc1"));
            List<String> words = new ArrayList<>(List.of((row.getString("flags") + " " + row.getString("spec"))
                    .strip()
                    .split("\\s+", -1)));
            assertThat(entry.isLinkAttribute())
                    .as("link attribute %s", number)
                    .isEqualTo(words.removeIf(word -> word.equals("?") || word.equals("*?")));
            words.removeIf(word -> word.equals("-") || word.equals("*"));
            int longest = words.stream()
                    .filter(word -> !word.contains("=") && !word.startsWith("dlpkey"))
                    .map(word -> word.replaceAll("^\\[?[NXYZ](?:\\.\\.)?(\\d+).*$", "$1"))
                    .mapToInt(Integer::parseInt)
                    .sum();
            assertThat(entry.longest()).as("longest value of %s", number).isEqualTo(longest);
            compared++;
        }
        return compared;
    }
}
