package org.tillwright.register.cases;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.CartCase;
import org.tillwright.wire.sale.PriceBookMessage;

/** Carts with the price book and the rules they are priced by; docs/pricing-files.md says how they are written. */
final class CartsFile {

    /** Members of a cart that are for whoever reads the file. */
    private static final List<String> NOTES = List.of("why", "expected");

    private CartsFile() {}

    /**
     * Prices every cart of a file, in order. A cart that cannot be priced is answered by a sentence; those after it are
     * priced all the same.
     *
     * @param carts the list of them in {@code file}
     */
    static List<JsonObject> price(JsonArray carts, JsonObject file) throws UnreadableFileException {
        CartDesk desk = new CartDesk(bookOfFile(file));
        List<JsonObject> answers = new ArrayList<>();
        for (JsonValue cart : carts) {
            answers.add(answer(cart, desk));
        }
        return answers;
    }

    private static JsonObject answer(JsonValue cart, CartDesk desk) {
        if (!(cart instanceof JsonObject)) {
            return refused(cart, "A cart is a JSON object.");
        }
        try {
            return desk.price(read(withoutNotes(cart), CartCase.class));
        } catch (CaseException e) {
            return refused(cart, e.sentence());
        } catch (MalformedMessageException e) {
            return refused(cart, sentence(e.faults()));
        }
    }

    private static <T extends Record> T read(JsonValue json, Class<T> type) {
        return WireJson.readWritten(json.toString().getBytes(StandardCharsets.UTF_8), type);
    }

    private static JsonValue withoutNotes(JsonValue cart) {
        if (!(cart instanceof JsonObject object)) {
            return cart;
        }
        JsonObjectBuilder rest = Json.createObjectBuilder(object);
        NOTES.forEach(rest::remove);
        return rest.build();
    }

    /** One sentence of all faults. */
    static String sentence(List<Fault> faults) {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("; ")) + ".";
    }

    private static JsonObject refused(JsonValue cart, String sentence) {
        JsonValue id = cart.getValueType() == JsonValue.ValueType.OBJECT
                ? cart.asJsonObject().getOrDefault("id", JsonValue.NULL)
                : JsonValue.NULL;
        return Json.createObjectBuilder().add("id", id).add("error", sentence).build();
    }

    /** Carts may have their own; then the file needs none. */
    private static @Nullable PriceBookMessage bookOfFile(JsonObject file) throws UnreadableFileException {
        try {
            JsonValue book = file.get("book");
            return book == null ? null : read(book, PriceBookMessage.class);
        } catch (MalformedMessageException e) {
            throw new UnreadableFileException("Its price book is not complete: " + sentence(e.faults()));
        }
    }
}
