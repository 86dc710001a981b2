package org.tillwright.register.cases;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.List;

/** A file of {@code ./pos price}: tax cases or carts, told apart by the name of its list. The door of this package. */
public final class PriceFile {

    private PriceFile() {}

    /**
     * Prices everything in a file.
     *
     * @param json an object with a list named {@code cases} or {@code carts}
     * @return one object for each element, in order; where one cannot be priced, an object that says why
     */
    public static List<JsonObject> price(byte[] json) throws UnreadableFileException {
        JsonObject file = read(json);
        JsonValue cases = file.get("cases");
        if (cases != null && cases.getValueType() == JsonValue.ValueType.ARRAY) {
            return CasesFile.price(cases.asJsonArray());
        }
        JsonValue carts = file.get("carts");
        if (carts != null && carts.getValueType() == JsonValue.ValueType.ARRAY) {
            return CartsFile.price(carts.asJsonArray(), json);
        }
        throw new UnreadableFileException("It has no list \"cases\" and no list \"carts\".");
    }

    static JsonObject read(byte[] json) throws UnreadableFileException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new UnreadableFileException("It is not a JSON object.");
        }
    }
}
