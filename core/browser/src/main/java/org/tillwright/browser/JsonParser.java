package org.tillwright.browser;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON exactly as RFC 8259 has it: a number is a {@link BigDecimal}, never a binary fraction; a member that is there
 * twice is refused. An object becomes a map in the order of its members. One use, one text.
 */
final class JsonParser {

    /** Objects and lists in each other. */
    static final int MAX_DEPTH = 40;

    /** Characters of one number: more digits than a long has, with room for an exact decimal. */
    private static final int MAX_NUMBER = 60;

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    /** Returns a map, list, text, number, truth or null; anything else is {@link Malformed}. */
    static @Nullable Object parse(String text) {
        JsonParser parser = new JsonParser(text);
        Object value = parser.value(0);
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.malformed("something follows the end");
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        skipBlanks();
        if (depth > MAX_DEPTH) {
            throw malformed("too deep");
        }
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        skipBlanks();
        if (next() == '}') {
            at++;
            return members;
        }
        do {
            skipBlanks();
            expect('"');
            at--;
            String name = text();
            skipBlanks();
            expect(':');
            if (members.containsKey(name)) {
                throw malformed("a member is there twice");
            }
            members.put(name, value(depth + 1));
        } while (goesOn('}'));
        return members;
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        skipBlanks();
        if (next() == ']') {
            at++;
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (goesOn(']'));
        return elements;
    }

    private boolean goesOn(char end) {
        skipBlanks();
        if (next() == ',') {
            at++;
            return true;
        }
        expect(end);
        return false;
    }

    private String text() {
        StringBuilder read = new StringBuilder();
        at++;
        while (next() != '"') {
            char letter = text.charAt(at);
            if (letter < ' ') {
                throw malformed("a control character in a text");
            }
            at++;
            read.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char letter = next();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an unknown escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = "0123456789abcdef".indexOf(lower(next()));
            if (digit < 0) {
                throw malformed("an unknown escape");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'F' ? (char) (letter + ('a' - 'A')) : letter;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed("no value");
        }
        at += word.length();
        return value;
    }

    /** Minus, digits without a leading zero, perhaps a fraction; an exponent is not taken: nobody writes amounts so. */
    private BigDecimal number() {
        int from = at;
        if (next() == '-') {
            at++;
        }
        int whole = digits();
        if (whole > 1 && text.charAt(at - whole) == '0') {
            throw malformed("a number that begins with zero");
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at - from > MAX_NUMBER) {
            throw malformed("a number that is too long");
        }
        return new BigDecimal(text.substring(from, at));
    }

    private int digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed("no value");
        }
        return at - from;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw malformed("the end is missing");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw malformed("no " + wanted);
        }
        at++;
    }

    private Malformed malformed(String why) {
        return new Malformed("not JSON at character " + at + ": " + why);
    }
}
