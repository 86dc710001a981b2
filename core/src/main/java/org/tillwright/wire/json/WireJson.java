package org.tillwright.wire.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns wire records into JSON and back; registers and server both use this class and no other.
 *
 * <p>Stricter than a general binding, which would read a missing number as 0 and 12.5 as 12. Here a component that is not
 * {@link Nullable} must be present, a number must be whole and fit a long, texts and lists have limits, and all faults of
 * a message are told together. Unknown members are ignored, so that an older register understands a newer server.
 */
public final class WireJson {

    /** Characters in a text that has no {@link Limit} of its own. */
    public static final int MAX_TEXT = 250;

    /** Elements in a list or map that has no {@link Limit} of its own. */
    public static final int MAX_ELEMENTS = 5_000;

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private WireJson() {}

    /**
     * Writes a message as UTF-8. Absent components are left out.
     *
     * @throws MalformedMessageException if the message holds more than {@link #read} takes: it must not become a fact that
     *     nobody can read
     */
    public static byte[] write(Record message) {
        requireLimits(message);
        return print(message);
    }

    /**
     * Writes a message as UTF-8 to a stream, which stays open.
     *
     * @throws MalformedMessageException as above, before the first byte
     */
    public static void write(Record message, OutputStream out) {
        requireLimits(message);
        print(message, out);
    }

    /**
     * Writes what nobody keeps, whatever it holds: a question, whose reader tells what is too long in it, or what a command
     * prints for people.
     */
    public static byte[] print(Record message) {
        var bytes = new ByteArrayOutputStream();
        print(message, bytes);
        return bytes.toByteArray();
    }

    /** Writes what nobody keeps to a stream, which stays open. */
    public static void print(Record message, OutputStream out) {
        JsonGenerator json = GENERATORS.createGenerator(out, StandardCharsets.UTF_8);
        writeObject(json, message);
        json.flush();
    }

    private static void requireLimits(Record message) {
        List<Fault> faults = Limits.faultsOf(message);
        if (!faults.isEmpty()) {
            throw new MalformedMessageException(faults);
        }
    }

    /**
     * Reads one message.
     *
     * @throws MalformedMessageException if the bytes are not a complete message of this type
     */
    public static <T extends Record> T read(byte[] utf8, Class<T> type) {
        return read(utf8, type, false);
    }

    /**
     * Reads a document that a person wrote: a member that there is none of is a fault too, because a misspelt one would
     * count as left out.
     *
     * @throws MalformedMessageException if the bytes are not a complete document of this type
     */
    public static <T extends Record> T readWritten(byte[] utf8, Class<T> type) {
        return read(utf8, type, true);
    }

    private static <T extends Record> T read(byte[] utf8, Class<T> type, boolean isWritten) {
        List<Fault> faults = new ArrayList<>();
        JsonObject json = WireParser.parse(utf8, type.getSimpleName(), faults);
        T message = type.cast(new WireReader(faults, isWritten).record(json, type, ""));
        if (message == null || !faults.isEmpty()) {
            throw new MalformedMessageException(faults);
        }
        return message;
    }

    /**
     * Reads one message from a stream, which stays open, when one of its lists may be too large for memory: what is in it is
     * handed over one by one, and the message has an empty list in its place. What was handed over before a fault belongs to
     * no message.
     *
     * @throws MalformedMessageException if the bytes are not a complete message of this type; also when the stream fails
     */
    public static <T extends Record, E extends Record> T read(InputStream utf8, Class<T> type, Each<E> each) {
        List<Fault> faults = new ArrayList<>();
        WireReader reader = new WireReader(faults, false);
        JsonObject json =
                WireParser.parse(utf8, type.getSimpleName(), faults, new HandedOver<>(type, each, reader, faults));
        T message = type.cast(reader.record(json, type, ""));
        if (message == null || !faults.isEmpty()) {
            throw new MalformedMessageException(faults);
        }
        return message;
    }

    /** A list that is not kept. */
    public static final class Each<E extends Record> {

        private final String list;
        private final Class<E> type;
        private final Consumer<E> taker;

        /**
         * Names the list.
         *
         * @param list the component that it is
         * @param taker is given each element in its turn
         */
        public Each(String list, Class<E> type, Consumer<E> taker) {
            this.list = list;
            this.type = type;
            this.taker = taker;
        }
    }

    private static final class HandedOver<E extends Record> implements WireParser.Listed {

        private final Each<E> each;
        private final int most;
        private final WireReader reader;
        private final List<Fault> faults;

        HandedOver(Class<?> message, Each<E> each, WireReader reader, List<Fault> faults) {
            this.each = each;
            this.most = WireShape.of(message).mostIn(each.list);
            this.reader = reader;
            this.faults = faults;
        }

        @Override
        public boolean is(String member) {
            return member.equals(each.list);
        }

        /** The first that cannot be read ends the reading: a large message may have as many faults as elements. */
        @Override
        public void take(JsonValue element, int index) {
            String field = each.list + "[" + index + "]";
            String tooMuch = Limits.list(index + 1, most);
            if (tooMuch != null) {
                faults.add(new Fault(each.list, tooMuch));
            } else if (!(element instanceof JsonObject)) {
                faults.add(new Fault(field, "is not an object"));
            }
            E read = faults.isEmpty() ? each.type.cast(reader.record(element.asJsonObject(), each.type, field)) : null;
            if (read == null || !faults.isEmpty()) {
                throw new MalformedMessageException(faults);
            }
            each.taker.accept(read);
        }
    }

    private static void writeObject(JsonGenerator json, Record message) {
        json.writeStartObject();
        for (WireShape.Part part : WireShape.of(message.getClass()).parts()) {
            Object value = part.of(message);
            if (value != null) {
                json.writeKey(part.name());
                writeValue(json, value);
            }
        }
        json.writeEnd();
    }

    private static void writeValue(JsonGenerator json, Object value) {
        if (value instanceof Record nested) {
            writeObject(json, nested);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(element -> writeValue(json, element));
            json.writeEnd();
        } else if (value instanceof Map<?, ?> texts) {
            json.writeStartObject();
            texts.forEach((key, text) -> json.write(key.toString(), text.toString()));
            json.writeEnd();
        } else if (value instanceof Long number) {
            json.write(number);
        } else if (value instanceof Boolean truth) {
            json.write(truth);
        } else {
            json.write(value.toString()); // String, UUID, Instant, LocalDate
        }
    }
}
