package org.tillwright.register.cases;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A file that people wrote for the commands, read within limits: one JSON object in UTF-8 and nothing after it. What could
 * be read in two ways, such as a member that is there twice, is refused with one sentence.
 */
public final class JsonFile {

    /** What fits into a register's memory, with the answers beside it: some twenty thousand cases. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /** Levels of objects and lists. */
    private static final int MOST_LEVELS = 64;

    /** Characters of a number; one with more is kept as text, so that whoever asks for the number names it. */
    private static final int MOST_OF_NUMBER = 1_000;

    /** Characters of a text of the file that a sentence repeats. */
    private static final int MOST_TOLD = 60;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonParser parser;

    private JsonFile(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException if it is not there, or is no such object
     */
    public static JsonObject read(Path file) throws UnreadableFileException {
        try {
            if (Files.isDirectory(file)) {
                throw new UnreadableFileException("It is a folder.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableFileException("It is larger than " + MOST_BYTES + " bytes: divide it.");
            }
            return read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableFileException("There is no such file.");
        } catch (IOException e) {
            throw new UnreadableFileException("It may not be read.");
        }
    }

    /** A text of the file in a sentence: between quotes, and no more of it than a person reads. */
    public static String quoted(String text) {
        return "\"" + (text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD) + "...") + "\"";
    }

    static JsonObject read(byte[] json) throws UnreadableFileException {
        String text = decoded(json);
        if (text.isBlank()) {
            throw new UnreadableFileException("It is empty.");
        }
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            JsonFile file = new JsonFile(parser);
            try {
                return file.document();
            } catch (JsonException | NoSuchElementException e) {
                throw file.refused("It is not JSON");
            }
        }
    }

    /** Editors of some systems write a mark before the text, which says no more than that it is UTF-8. */
    private static String decoded(byte[] json) throws UnreadableFileException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("It is not UTF-8.");
        }
    }

    private JsonObject document() throws UnreadableFileException {
        if (parser.next() != JsonParser.Event.START_OBJECT) {
            throw new UnreadableFileException("It is not a JSON object.");
        }
        JsonObject document = object(1);
        if (!isAtEnd()) {
            throw refused("There is something after its JSON object");
        }
        return document;
    }

    private boolean isAtEnd() {
        try {
            return !parser.hasNext();
        } catch (JsonException e) {
            return false;
        }
    }

    private JsonObject object(int level) throws UnreadableFileException {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> members = new HashSet<>();
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            String member = parser.getString();
            if (!members.add(member)) {
                throw refused("An object has two members " + quoted(member));
            }
            object.add(member, value(parser.next(), level));
        }
        return object.build();
    }

    private JsonValue array(int level) throws UnreadableFileException {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, level));
        }
        return array.build();
    }

    private JsonValue value(JsonParser.Event event, int level) throws UnreadableFileException {
        return switch (event) {
            case START_OBJECT -> object(deeper(level));
            case START_ARRAY -> array(deeper(level));
            case VALUE_STRING -> JSON.createValue(parser.getString());
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw refused("It is not JSON");
        };
    }

    private int deeper(int level) throws UnreadableFileException {
        if (level == MOST_LEVELS) {
            throw refused("It is nested deeper than " + MOST_LEVELS + " levels");
        }
        return level + 1;
    }

    private static JsonValue number(String digits) {
        if (digits.length() <= MOST_OF_NUMBER) {
            try {
                return JSON.createValue(new BigDecimal(digits));
            } catch (NumberFormatException e) {
                // its exponent is beyond all numbers
            }
        }
        return JSON.createValue(digits);
    }

    private UnreadableFileException refused(String what) {
        return new UnreadableFileException(
                what + ", at line " + parser.getLocation().getLineNumber() + ".");
    }
}
