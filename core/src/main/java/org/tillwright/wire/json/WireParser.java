package org.tillwright.wire.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Turns bytes into a tree of JSON values within limits, whoever made the JSON library that reads them. Libraries differ in
 * what they let pass (text after the end, the last of two members, broken UTF-8) and in how they fail on depth and length.
 */
final class WireParser {

    /** Levels of objects and lists; our own messages have four. */
    private static final int MAX_DEPTH = 16;

    /** Characters in a number; a long has twenty at most. */
    private static final int MAX_NUMBER = 40;

    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonParser parser;
    private final String name;
    private final List<Fault> faults;
    private final Listed listed;
    private final List<String> path = new ArrayList<>();

    private WireParser(JsonParser parser, String name, List<Fault> faults, Listed listed) {
        this.parser = parser;
        this.name = name;
        this.faults = faults;
        this.listed = listed;
    }

    /** A list of the document that is not kept: its elements are handed over as they come. */
    interface Listed {

        /** Every list is kept. */
        Listed NONE = new Listed() {
            @Override
            public boolean is(String member) {
                return false;
            }

            @Override
            public void take(JsonValue element, int index) {
                throw new IllegalStateException("every list is kept");
            }
        };

        /** True for the member of the document that holds it. */
        boolean is(String member);

        void take(JsonValue element, int index);
    }

    /**
     * Reads one object. Members that are there twice are added to {@code faults}, and so do not hide other faults.
     *
     * @param name what to call the message when all of it is at fault
     * @throws MalformedMessageException if there is no such object
     */
    static JsonObject parse(byte[] utf8, String name, List<Fault> faults) {
        return parse(new StringReader(decoded(utf8, name)), name, faults, Listed.NONE);
    }

    /** Reads one object from a stream, without the list that {@code listed} takes; there is an empty one in its place. */
    static JsonObject parse(InputStream utf8, String name, List<Fault> faults, Listed listed) {
        return parse(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder()), name, faults, listed);
    }

    private static JsonObject parse(Reader text, String name, List<Fault> faults, Listed listed) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new WireParser(parser, name, faults, listed).document();
        } catch (JsonException | NoSuchElementException e) {
            throw notAnObject(name);
        }
    }

    private static String decoded(byte[] utf8, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(name, "is not UTF-8");
        }
    }

    private JsonObject document() {
        if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
            throw notAnObject(name);
        }
        JsonObject document = object(1);
        if (parser.hasNext()) {
            throw notAnObject(name);
        }
        return document;
    }

    private JsonObject object(int depth) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> members = new HashSet<>();
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            String member = parser.getString();
            path.add("." + member);
            if (!members.add(member)) {
                faults.add(new Fault(field(), "is there twice"));
            }
            JsonParser.Event event = parser.next();
            boolean isListed = depth == 1 && event == JsonParser.Event.START_ARRAY && listed.is(member);
            object.add(member, isListed ? handedOver() : value(event, depth));
            path.remove(path.size() - 1);
        }
        return object.build();
    }

    private JsonValue handedOver() {
        int index = 0;
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            path.add("[" + index + "]");
            listed.take(value(event, 2), index);
            path.remove(path.size() - 1);
            index++;
        }
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    private JsonValue array(int depth) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        int index = 0;
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            path.add("[" + index + "]");
            array.add(value(event, depth));
            path.remove(path.size() - 1);
            index++;
        }
        return array.build();
    }

    private JsonValue value(JsonParser.Event event, int depth) {
        return switch (event) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> JSON.createValue(parser.getString());
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw notAnObject(name);
        };
    }

    private int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw refused(name, "is nested deeper than " + MAX_DEPTH + " levels");
        }
        return depth + 1;
    }

    private JsonValue number() {
        String digits = parser.getString();
        if (digits.length() > MAX_NUMBER) {
            throw refused(field(), "is a number of more than " + MAX_NUMBER + " characters");
        }
        try {
            return JSON.createValue(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            throw refused(field(), "is not a whole number, or too large");
        }
    }

    /** Where the parser is, such as {@code lines[3].quantityMilli}; put together only when it must be told. */
    private String field() {
        String whole = String.join("", path);
        return whole.startsWith(".") ? whole.substring(1) : whole;
    }

    private static MalformedMessageException notAnObject(String name) {
        return refused(name, "is not a JSON object");
    }

    private static MalformedMessageException refused(String field, String message) {
        return new MalformedMessageException(List.of(new Fault(field, message)));
    }
}
