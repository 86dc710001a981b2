package org.tillwright.register.cases;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Tax cases: a line or a document with its taxes, and how to round. The answer to each is what the core's calculator makes
 * of it; one that cannot be priced does not keep the others from it.
 */
final class CasesFile {

    private CasesFile() {}

    static List<JsonObject> price(JsonArray cases) {
        return cases.stream().map(CasesFile::answer).toList();
    }

    private static JsonObject answer(JsonValue value) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        JsonObject json = value.getValueType() == JsonValue.ValueType.OBJECT ? value.asJsonObject() : null;
        answer.add("id", json == null ? JsonValue.NULL : json.getOrDefault("id", JsonValue.NULL));
        try {
            if (json == null) {
                throw new CaseException("A case is a JSON object.");
            }
            return answer.addAll(Json.createObjectBuilder(priced(new CaseReader(json))))
                    .build();
        } catch (CaseException e) {
            return answer.add("error", e.sentence()).build();
        } catch (ArithmeticException e) {
            return answer.add("error", "An amount is larger than can be counted.")
                    .build();
        }
    }

    /** Makes a sentence of what the core says of data it was given. */
    static String sentence(IllegalArgumentException fault) {
        String said = String.valueOf(fault.getMessage());
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
    }

    private static JsonObject priced(CaseReader json) throws CaseException {
        String kind = json.text("kind");
        return switch (kind) {
            case "line" -> LineCase.price(json);
            case "document" -> DocumentCase.price(json);
            case "global_discount" -> DocumentCase.priceDiscounted(json);
            case "adapt_price" -> LineCase.adapt(json);
            default ->
                throw new CaseException("The kind " + JsonFile.quoted(kind)
                        + " is none of line, document, global_discount and adapt_price.");
        };
    }
}
