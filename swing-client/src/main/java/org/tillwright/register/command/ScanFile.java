package org.tillwright.register.command;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.gs1.Element;
import org.tillwright.register.cases.JsonFile;
import org.tillwright.register.cases.UnreadableFileException;

/** A file of codes to judge: {@code {"cases":[{"kind":..., "input":..., "mode":...}]}}. */
final class ScanFile {

    private final JsonArray cases;

    private ScanFile(JsonArray cases) {
        this.cases = cases;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException if it cannot be read or is not such a file
     */
    static ScanFile read(Path file) throws UnreadableFileException {
        if (JsonFile.read(file).get("cases") instanceof JsonArray cases) {
            return new ScanFile(cases);
        }
        throw new UnreadableFileException("It has no list \"cases\".");
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
            return ScanVerdict.wrong("The case has no " + (kind == null ? "kind" : "input") + " that is a text.");
        }
        return switch (modeOf(value)) {
            case "strict" -> ScanVerdict.of(kind, input, true);
            case "" -> ScanVerdict.of(kind, input, false);
            default -> ScanVerdict.wrong("The mode is neither \"strict\" nor left out.");
        };
    }

    /** Nothing when it is left out; what is no text is itself, which is no mode either. */
    private static String modeOf(JsonValue value) {
        JsonValue mode = value instanceof JsonObject object ? object.get("mode") : null;
        if (mode == null || mode.getValueType() == JsonValue.ValueType.NULL) {
            return "";
        }
        return mode instanceof JsonString text && !text.getString().isEmpty() ? text.getString() : mode.toString();
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
