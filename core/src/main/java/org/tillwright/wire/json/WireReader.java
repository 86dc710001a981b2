package org.tillwright.wire.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads JSON values into wire records and collects every fault on the way. One use, one message. */
final class WireReader {

    /** What every database keeps. A clock without a battery says 1970, and its sales must still be read. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    /** Instants are compared as such: the last ones are beyond what the JDK can give a year to. */
    private static final Instant FIRST_INSTANT =
            LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final Instant END_OF_INSTANTS =
            LocalDate.of(LAST_YEAR + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final List<Fault> faults;

    /** True when a person wrote it, who must be told of a member that there is none of. */
    private final boolean isWritten;

    WireReader(List<Fault> faults, boolean isWritten) {
        this.faults = faults;
        this.isWritten = isWritten;
    }

    /** Returns null, and a fault, when the object is not a complete record of this type. */
    @Nullable
    Object record(JsonObject json, Class<?> type, String path) {
        int faultsBefore = faults.size();
        WireShape shape = WireShape.of(type);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(json, shape.parts().get(i), path);
        }
        if (isWritten) {
            tellUnknown(json, shape, path);
        }
        return faults.size() == faultsBefore ? construct(type, shape, values) : null;
    }

    private void tellUnknown(JsonObject json, WireShape shape, String path) {
        Set<String> names = shape.parts().stream().map(WireShape.Part::name).collect(Collectors.toSet());
        for (String member : json.keySet()) {
            if (!names.contains(member)) {
                String told = Limits.key(member) == null ? member : member.substring(0, Limits.MAX_KEY) + "...";
                faults.add(new Fault(path.isEmpty() ? told : path + "." + told, "is no known member"));
            }
        }
    }

    private @Nullable Object component(JsonObject json, WireShape.Part part, String path) {
        String field = part.in(path);
        JsonValue value = json.getOrDefault(part.name(), JsonValue.NULL);
        if (value == JsonValue.NULL) {
            if (!part.mayBeMissing()) {
                faults.add(new Fault(field, "is missing"));
            }
            return null;
        }
        return value(value, part.type(), part.most(), field);
    }

    private @Nullable Object value(JsonValue value, Type type, int most, String field) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(value, generic.getActualTypeArguments()[0], most, field)
                    : texts(value, most, field);
        } else if (type == Long.class) {
            return number(value, field);
        } else if (type == Boolean.class) {
            return truth(value, field);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            return value instanceof JsonObject object
                    ? record(object, record, field)
                    : fault(field, "is not an object");
        }
        return text(value, type, most, field);
    }

    private @Nullable Object list(JsonValue value, Type elementType, int most, String field) {
        if (!(value instanceof JsonArray array)) {
            return fault(field, "is not a list");
        }
        String tooMuch = Limits.list(array.size(), most);
        if (tooMuch != null) {
            return fault(field, tooMuch);
        }
        List<Object> elements = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Object element = value(array.get(i), elementType, WireJson.MAX_TEXT, field + "[" + i + "]");
            if (element != null) {
                elements.add(element);
            }
        }
        return List.copyOf(elements);
    }

    private @Nullable Object texts(JsonValue value, int most, String field) {
        if (!(value instanceof JsonObject object)) {
            return fault(field, "is not an object");
        }
        String tooMuch = Limits.texts(object.size(), most);
        if (tooMuch != null) {
            return fault(field, tooMuch);
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        object.forEach((key, member) -> {
            String tooLong = Limits.key(key);
            if (tooLong != null) {
                fault(field, tooLong);
                return;
            }
            Object text = text(member, String.class, WireJson.MAX_TEXT, field + "." + key);
            if (text != null) {
                texts.put(key, text);
            }
        });
        return Collections.unmodifiableMap(texts);
    }

    private @Nullable Object number(JsonValue value, String field) {
        if (!(value instanceof JsonNumber number)) {
            return fault(field, "is not a number");
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return fault(field, "is not a whole number, or too large");
        }
    }

    private @Nullable Object truth(JsonValue value, String field) {
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        return fault(field, "is neither true nor false");
    }

    private @Nullable Object text(JsonValue value, Type type, int most, String field) {
        if (!(value instanceof JsonString json)) {
            return fault(field, "is not a text");
        }
        String text = json.getString();
        String tooLong = Limits.text(text.length(), most);
        if (tooLong != null) {
            return fault(field, tooLong);
        }
        if (holdsHalfACharacter(text)) {
            return fault(field, "holds half a character");
        } else if (type == String.class) {
            return text;
        } else if (type == UUID.class) {
            return parsed(text, WireReader::uuid, field, "is not a UUID");
        } else if (type == Instant.class) {
            Instant instant = parsed(text, Instant::parse, field, "is not an instant like 2026-01-31T09:30:00Z");
            boolean isKept = instant != null && !instant.isBefore(FIRST_INSTANT) && instant.isBefore(END_OF_INSTANTS);
            return instant == null ? null : inYears(instant, isKept, field);
        } else if (type == LocalDate.class) {
            LocalDate date = parsed(text, LocalDate::parse, field, "is not a date like 2026-01-31");
            return date == null
                    ? null
                    : inYears(date, date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR, field);
        }
        throw new IllegalStateException("a wire record cannot hold a " + type);
    }

    /** Half of a surrogate pair has no UTF-8, so that it would be kept as something else than was sent. */
    private static boolean holdsHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private <T> @Nullable T parsed(String text, Function<String, T> parser, String field, String complaint) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            fault(field, complaint);
            return null;
        }
    }

    /** The JDK reads shortened UUIDs too, so that two texts could name one transaction. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    private @Nullable Object inYears(Object value, boolean isKept, String field) {
        return isKept ? value : fault(field, "is not in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    private @Nullable Object fault(String field, String message) {
        faults.add(new Fault(field, message));
        return null;
    }

    private static Object construct(Class<?> type, WireShape shape, Object[] values) {
        try {
            return shape.maker().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("wire record " + type + " cannot be made", e);
        }
    }
}
