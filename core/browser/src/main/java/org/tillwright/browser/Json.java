package org.tillwright.browser;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts that the generated {@code Codec} is made of: values of JSON as core's types, and back. */
final class Json {

    private static final String HEX = "0123456789abcdef";

    private Json() {}

    // ---- reading

    static Map<String, @Nullable Object> object(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new Malformed("not an object");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    static @Nullable Object member(Map<String, @Nullable Object> object, String name) {
        Object value = object.get(name);
        if (value == null) {
            throw new Malformed(name + " is missing");
        }
        return value;
    }

    static <T> @Nullable T nullable(@Nullable Object json, Function<Object, T> read) {
        return json == null ? null : read.apply(json);
    }

    static String text(@Nullable Object json) {
        if (json instanceof String text) {
            return text;
        }
        throw new Malformed("not a text");
    }

    static boolean truth(@Nullable Object json) {
        if (json instanceof Boolean truth) {
            return truth;
        }
        throw new Malformed("neither true nor false");
    }

    static long number(@Nullable Object json) {
        if (json instanceof BigDecimal number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new Malformed("a number that is not whole, or too large");
            }
        }
        throw new Malformed("not a number");
    }

    static int smallNumber(@Nullable Object json) {
        long number = number(json);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw new Malformed("a number that is too large");
        }
        return (int) number;
    }

    static BigDecimal decimal(@Nullable Object json) {
        if (json instanceof BigDecimal number) {
            return number;
        }
        throw new Malformed("not a number");
    }

    /** Finds a value of an enumeration by its name. */
    static <E extends Enum<E>> E name(@Nullable Object json, E[] values) {
        String text = text(json);
        for (E value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new Malformed("no such name: " + text);
    }

    static <T> List<T> list(@Nullable Object json, Function<@Nullable Object, T> read) {
        if (!(json instanceof List<?> elements)) {
            throw new Malformed("not a list");
        }
        List<T> list = new ArrayList<>();
        elements.forEach(element -> list.add(read.apply(element)));
        return list;
    }

    static <T> Set<T> set(@Nullable Object json, Function<@Nullable Object, T> read) {
        return new LinkedHashSet<>(list(json, read));
    }

    /** Reads an object whose members are values under a text. */
    static <V> Map<String, V> map(@Nullable Object json, Function<@Nullable Object, V> read) {
        Map<String, V> map = new LinkedHashMap<>();
        object(json).forEach((name, value) -> map.put(name, read.apply(value)));
        return map;
    }

    /** Reads a list of pairs, a key and a value, for keys that are not texts. */
    static <K, V> Map<K, V> pairs(
            @Nullable Object json, Function<@Nullable Object, K> key, Function<@Nullable Object, V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        for (List<@Nullable Object> pair : list(json, element -> list(element, part -> part))) {
            if (pair.size() != 2) {
                throw new Malformed("not a pair");
            }
            map.put(key.apply(pair.get(0)), value.apply(pair.get(1)));
        }
        return map;
    }

    /** Reads {@code 2026-01-31}. Texts of days and times are taken apart here: the JDK's way is large in a browser. */
    static LocalDate date(@Nullable Object json) {
        return Moments.date(text(json));
    }

    /** Reads {@code 09:30} or {@code 09:30:15}. */
    static LocalTime time(@Nullable Object json) {
        return Moments.time(text(json));
    }

    /** Reads {@code 2026-01-31T09:30:15}. */
    static LocalDateTime moment(@Nullable Object json) {
        return Moments.moment(text(json));
    }

    // ---- writing

    static void write(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ' || Character.isSurrogate(letter)) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((letter >> shift) & 15));
                }
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }

    static void write(StringBuilder out, long number) {
        out.append(number);
    }

    static void write(StringBuilder out, boolean truth) {
        out.append(truth);
    }

    static void write(StringBuilder out, BigDecimal number) {
        out.append(number.toPlainString());
    }

    static <T> void writeAll(StringBuilder out, List<T> values, BiConsumer<StringBuilder, T> write) {
        out.append('[');
        boolean first = true;
        for (T value : values) {
            separate(out, first);
            first = false;
            write.accept(out, value);
        }
        out.append(']');
    }

    /** Writes in the order of the written texts: a set has no order of its own that two machines share. */
    static <T> void writeSorted(StringBuilder out, Collection<T> values, BiConsumer<StringBuilder, T> write) {
        List<String> texts = new ArrayList<>();
        for (T value : values) {
            StringBuilder text = new StringBuilder();
            write.accept(text, value);
            texts.add(text.toString());
        }
        texts.sort(null);
        writeAll(out, texts, StringBuilder::append);
    }

    static <V> void writeMap(StringBuilder out, Map<String, V> map, BiConsumer<StringBuilder, V> write) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, V> entry : new TreeMap<>(map).entrySet()) {
            separate(out, first);
            first = false;
            write(out, entry.getKey());
            out.append(':');
            write.accept(out, entry.getValue());
        }
        out.append('}');
    }

    static <K, V> void writePairs(
            StringBuilder out, Map<K, V> map, BiConsumer<StringBuilder, K> key, BiConsumer<StringBuilder, V> value) {
        writeSorted(out, map.entrySet(), (o, entry) -> {
            o.append('[');
            key.accept(o, entry.getKey());
            o.append(',');
            value.accept(o, entry.getValue());
            o.append(']');
        });
    }

    private static void separate(StringBuilder out, boolean first) {
        if (!first) {
            out.append(',');
        }
    }

    /** Puts the commas between the members of one object. */
    static final class Members {

        private final StringBuilder out;
        private boolean first = true;

        Members(StringBuilder out) {
            this.out = out;
        }

        void name(String name) {
            separate(out, first);
            first = false;
            out.append('"').append(name).append("\":");
        }
    }
}
