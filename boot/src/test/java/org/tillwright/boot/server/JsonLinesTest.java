package org.tillwright.boot.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void aRecordIsOneLineWithEverythingInIt() {
        var event = new LogRecord(Level.SEVERE, "Line one\nline \"two\"\t\u0001 \u00e6");
        event.setInstant(Instant.parse("2026-03-02T10:15:30Z"));
        event.setLoggerName("org.tillwright.x");
        event.setThrown(new IllegalStateException("the cause"));
        JsonObject line = read(event);
        assertThat(line.getString("time")).isEqualTo("2026-03-02T10:15:30Z");
        assertThat(line.getString("level")).isEqualTo("SEVERE");
        assertThat(line.getString("logger")).isEqualTo("org.tillwright.x");
        assertThat(line.getString("thread")).isNotEmpty();
        assertThat(line.getString("message")).isEqualTo("Line one\nline \"two\"\t\u0001 \u00e6");
        assertThat(line.getString("exception"))
                .contains("IllegalStateException: the cause")
                .contains("at org.");
    }

    @Test
    void factsBeforeTheMessageBecomeMembers() {
        JsonObject line =
                read(new LogRecord(Level.SEVERE, "[reference=7F3K-9QXA workstation=till-01] Unexpected fault"));
        assertThat(line.getString("reference")).isEqualTo("7F3K-9QXA");
        assertThat(line.getString("workstation")).isEqualTo("till-01");
        assertThat(line.getString("message")).isEqualTo("Unexpected fault");
    }

    @Test
    void bracketsThatAreNoFactsStay() {
        assertThat(read(new LogRecord(Level.INFO, "[not facts] at all")).getString("message"))
                .isEqualTo("[not facts] at all");
    }

    private static JsonObject read(LogRecord event) {
        String line = new JsonLines().format(event);
        assertThat(line).endsWith("}\n").hasLineCount(1);
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
