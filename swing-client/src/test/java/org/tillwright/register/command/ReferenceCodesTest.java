package org.tillwright.register.command;

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

/** Judges the codes of other people's tests, where there is a copy of them, and compares every verdict. */
class ReferenceCodesTest {

    private static final String VARIABLE = "TILLWRIGHT_REFERENCE_DATA";

    /**
     * One verdict is about a register of company prefixes that could not be asked, not about the code: the same code is
     * right by every rule of the dictionary, and Tillwright asks no register (docs/barcodes.md).
     */
    private static final String ABOUT_A_REGISTER = "GCP_DATASOURCE_OFFLINE";

    @Test
    void everyVerdictIsTheExpectedOne() throws IOException {
        String directory = System.getenv(VARIABLE);
        assumeTrue(directory != null, "skipped: " + VARIABLE + " names no directory with gs1-cases.json");
        List<String> differences = new ArrayList<>();
        int judged = 0;
        try (JsonReader json = Json.createReader(Files.newBufferedReader(Path.of(directory, "gs1-cases.json")))) {
            for (JsonValue value : json.readObject().getJsonArray("cases")) {
                JsonObject given = value.asJsonObject();
                if (!given.getString("error", "").equals(ABOUT_A_REGISTER)) {
                    judged++;
                    compare(given, differences);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(judged).isGreaterThan(1_000);
    }

    private static void compare(JsonObject given, List<String> differences) {
        String input = given.getString("input");
        ScanVerdict verdict = ScanVerdict.of(
                given.getString("kind"), input, given.getString("mode", "").equals("strict"));
        String error = given.getString("error", null);
        String output = given.getString("expect", given.getString("expect_unbracketed", null));
        boolean isExpected = verdict.valid() == given.getBoolean("valid")
                && (error == null || error.equals(verdict.error()))
                && (output == null || output.equals(verdict.output()));
        if (!isExpected) {
            differences.add(given + " was judged " + verdict);
        }
    }
}
