package org.tillwright.register.cases;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** A file of {@code ./pos price}: tax cases or carts, told apart by the name of its list. The door of this package. */
public final class PriceFile {

    private PriceFile() {}

    /**
     * Prices everything in a file.
     *
     * @param file an object with a list named {@code cases} or {@code carts}
     * @return one object for each element, in order; where one cannot be priced, an object that says why
     */
    public static List<JsonObject> price(JsonObject file) throws UnreadableFileException {
        if (file.containsKey("cases") && file.containsKey("carts")) {
            throw new UnreadableFileException(
                    "It has both \"cases\" and \"carts\", which go into a file of their own.");
        }
        if (file.get("cases") instanceof JsonArray cases) {
            return CasesFile.price(cases);
        }
        if (file.get("carts") instanceof JsonArray carts) {
            return CartsFile.price(carts, file);
        }
        throw new UnreadableFileException("It has no list \"cases\" and no list \"carts\".");
    }

    /** As {@link #price(JsonObject)}, of a file's bytes. */
    public static List<JsonObject> price(byte[] json) throws UnreadableFileException {
        return price(JsonFile.read(json));
    }
}
