package org.tillwright.register.command;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.gs1.Element;

/** A file of codes to judge: {@code {"cases":[{"kind":..., "input":..., "mode":...}]}}. */
final class ScanFile {

    private final JsonArray cases;

    private ScanFile(JsonArray cases) {
        this.cases = cases;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is not such a file; the message is a sentence
     */
    static ScanFile read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader json = Json.createReader(text)) {
            JsonValue content = json.readValue();
            JsonValue cases = content instanceof JsonObject object ? object.get("cases") : null;
            if (cases instanceof JsonArray array) {
                return new ScanFile(array);
            }
            throw new IOException("The file " + file + " is no file of codes: it has no array \"cases\".");
        } catch (JsonException e) {
            throw new IOException("The file " + file + " is not JSON: " + e.getMessage(), e);
        }
    }

    /** Writes an array with one verdict for each case, in order. A case that is none gets a verdict that says so. */
    void writeVerdicts(Writer out) {
        JsonGenerator json = Json.createGenerator(out);
        json.writeStartArray();
        for (JsonValue value : cases) {
            String input = text(value, "input");
            write(json, input, verdict(value, input));
        }
        json.writeEnd();
        json.flush();
    }

    private static ScanVerdict verdict(JsonValue value, @Nullable String input) {
        String kind = text(value, "kind");
        if (kind == null || input == null) {
            return ScanVerdict.wrong("The case has no " + (kind == null ? "kind" : "input"));
        }
        return ScanVerdict.of(kind, input, "strict".equals(text(value, "mode")));
    }

    private static @Nullable String text(JsonValue value, String name) {
        return value instanceof JsonObject object && object.get(name) instanceof JsonString text
                ? text.getString()
                : null;
    }

    private static void write(JsonGenerator json, @Nullable String input, ScanVerdict verdict) {
        json.writeStartObject();
        writeText(json, "input", input);
        json.write("valid", verdict.valid());
        writeText(json, "error", verdict.error());
        json.writeStartArray("elements");
        for (Element element : verdict.elements()) {
            json.writeStartObject()
                    .write("ai", element.ai())
                    .write("value", element.value())
                    .writeEnd();
        }
        json.writeEnd();
        writeText(json, "output", verdict.output());
        json.writeEnd();
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNull(name);
        } else {
            json.write(name, text);
        }
    }
}
