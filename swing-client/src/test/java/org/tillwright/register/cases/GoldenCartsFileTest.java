package org.tillwright.register.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Carts of every kind that a person worked out on paper, in a file that {@code ./pos price} reads: several taxes, tax on top,
 * exempt customers, modifiers, deposits, price lists, labels and clawback. Each says why it comes to what it does.
 */
class GoldenCartsFileTest {

    private record Golden(JsonObject cart, JsonObject answer) {

        @Override
        public String toString() {
            return cart.getString("id") + ": " + cart.getString("why");
        }
    }

    static Stream<Golden> carts() throws IOException, UnreadableFileException {
        try (InputStream file = GoldenCartsFileTest.class.getResourceAsStream("golden-carts.json")) {
            byte[] json = file.readAllBytes();
            List<JsonObject> carts = JsonFile.read(json).getJsonArray("carts").getValuesAs(JsonObject.class);
            List<JsonObject> answers = PriceFile.price(json);
            return IntStream.range(0, carts.size()).mapToObj(i -> new Golden(carts.get(i), answers.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("carts")
    void aCartComesToWhatAPersonWorkedOut(Golden golden) {
        JsonObject expected = golden.cart().getJsonObject("expected");
        JsonObject answer = golden.answer();

        assertThat(answer).as(answer.toString()).doesNotContainKey("error");
        for (String member : List.of("base", "tax", "total", "cash_rounding_amount")) {
            if (expected.containsKey(member)) {
                assertThat(answer.getString(member)).as(member).isEqualTo(expected.getString(member));
            }
        }
        if (expected.containsKey("taxes")) {
            assertThat(taxes(answer)).isEqualTo(texts(expected.getJsonObject("taxes")));
        }
        if (expected.containsKey("lines")) {
            assertThat(answer.getJsonArray("lines").getValuesAs(JsonObject.class))
                    .extracting(line -> line.getString("amount"))
                    .isEqualTo(expected.getJsonArray("lines").getValuesAs(JsonString::getString));
        }
    }

    private static Map<String, String> taxes(JsonObject answer) {
        Map<String, String> taxes = new TreeMap<>();
        for (JsonValue tax : answer.getJsonArray("taxes")) {
            taxes.put(tax.asJsonObject().getString("tax"), tax.asJsonObject().getString("amount"));
        }
        return taxes;
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new TreeMap<>();
        object.forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
        return texts;
    }
}
