package org.tillwright.register.cases;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** Carts with the price book and the rules they are priced by. */
final class CartsFile {

    private CartsFile() {}

    /**
     * Prices every cart of a file, in order.
     *
     * @param carts the list of them, as read from {@code json}
     */
    static List<JsonObject> price(JsonArray carts, byte[] json) throws UnreadableFileException {
        if (carts.isEmpty()) {
            return List.of();
        }
        throw new UnreadableFileException("Carts cannot be priced yet, only cases.");
    }
}
