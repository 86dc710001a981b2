package org.tillwright.register.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartsFileTest {

    private static final Path EXAMPLE = Path.of("..", "docs", "pricing-files-example.json");

    @Test
    void theExampleOfTheManualIsPriced() throws Exception {
        List<JsonObject> answers = PriceFile.price(Files.readAllBytes(EXAMPLE));

        assertThat(answers)
                .extracting(answer -> answer.getString("id"))
                .containsExactly(
                        "three milk", "one milk back", "staff coffee", "water", "labelled", "nothing of the kind");
        assertThat(answers.get(2).getString("total"))
                .as("2.00 for staff and 0.30 for the oat milk")
                .isEqualTo("2.30");
        assertThat(answers.get(3).getString("total"))
                .as("10 % off two waters, nothing off their bottles")
                .isEqualTo("2.28");
        assertThat(answers.get(4).getString("total")).isEqualTo("1.99");
        assertThat(line(answers.get(4)).getString("quantity"))
                .as("1.99 at 2.49 a kilogram")
                .isEqualTo("0.799");
        assertThat(answers.get(5).getString("error")).contains("ghost").doesNotContain("Exception");
    }

    @Test
    void whatComesBackIsWorthWhatWasPaid() throws Exception {
        List<JsonObject> answers = price(
                """
                {"id":"sold","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":3000}],
                  "discounts":[{"discountId":"d","kind":"AMOUNT","value":100,"reason":"R","approverId":"1"}]}},
                {"id":"first","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":-1000,
                  "returned":{"cartId":"sold","line":1}}]}},
                {"id":"too many","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":-3000,
                  "returned":{"cartId":"sold","line":1}}]}},
                {"id":"rest","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":-2000,
                  "returned":{"cartId":"sold","line":1}}]}}""");

        assertThat(answers.get(0).getString("total")).isEqualTo("2.87");
        assertThat(answers.get(1).getString("total")).isEqualTo("-0.96");
        assertThat(answers.get(2).getString("error")).contains("3.000 come back, and 2.000 are left");
        assertThat(answers.get(3).getString("total")).isEqualTo("-1.91");
    }

    @Test
    void oneBadCartDoesNotStopTheRest() throws Exception {
        List<JsonObject> answers = price(
                """
                {"id":"no lines","at":"2026-03-02T10:00","cart":{}},
                7,
                {"id":"when","at":"today","cart":{"lines":[]}},
                {"id":"huge","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":9223372036854775807,"unitPriceMicro":9223372036854775807}]}},
                {"id":"zero","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":0}]}},
                {"id":"kroner","at":"2026-03-02T10:00","book":{"currency":"EUR","taxPolicy":{"placement":"IN_PRICE",
                  "level":"PER_LINE","rounding":"HALF_UP"},"taxRates":[],"items":[],"rules":{"currency":"DKK"}},"cart":{"lines":[]}},
                {"id":"fine","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":1000}]}}""");

        assertThat(answers.subList(0, 6))
                .allSatisfy(answer ->
                        assertThat(answer.getString("error")).endsWith(".").doesNotContain("Exception", "null"));
        assertThat(answers.get(5).getString("error"))
                .isEqualTo("The price book is wrong: rules.currency is DKK, and the stores count in EUR.");
        assertThat(answers.get(6).getString("total")).isEqualTo("1.29");
    }

    @Test
    void anItemWithoutTaxesOnTheDayIsNotToldToLackAPrice() throws Exception {
        List<JsonObject> answers = price(
                """
                {"id":"a","at":"2026-03-02T10:00","book":{"currency":"EUR","taxPolicy":{"placement":"IN_PRICE",
                  "level":"PER_LINE","rounding":"HALF_UP"},"taxRates":[],
                  "items":[{"itemId":"milk","unitPriceMicro":1290000,"taxCategory":"OLD"}],
                  "rules":{"currency":"EUR","taxes":[{"taxId":"V","kind":"PERCENT","value":190000}],
                    "taxRules":[{"taxCategory":"OLD","until":"2025-12-31","taxIds":["V"]}]}},
                  "cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":1000}]}}""");

        assertThat(answers.get(0).getString("error"))
                .isEqualTo("The tax category of item milk has no taxes on 2026-03-02.");
    }

    @Test
    void aNegativeQuantityMustBeMarkedAsAReturn() throws Exception {
        List<JsonObject> answers = price(
                """
                {"id":"a","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":-1000}]}},
                {"id":"b","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":-1000,
                  "kind":"RETURN"}]}},
                {"id":"c","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":1000,
                  "kind":"RETURN"}]}},
                {"id":"d","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":1000,
                  "kind":"GIFT"}]}}""");

        assertThat(answers.get(0).getString("error")).isEqualTo("Line 1 has a negative quantity, and is no return.");
        assertThat(answers.get(1).getString("total")).isEqualTo("-1.29");
        assertThat(answers.get(2).getString("error"))
                .isEqualTo("Line 1 is a return, and its quantity is not negative.");
        assertThat(answers.get(3).getString("error")).isEqualTo("Line 1 is neither SALE nor RETURN: GIFT.");
    }

    @Test
    void whatComesBackMustHaveBeenSold() throws Exception {
        List<JsonObject> answers = price(
                """
                {"id":"a","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":1000}]}},
                {"id":"b","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":-1000,
                  "returned":{"cartId":"a","line":2}}]}},
                {"id":"c","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"tea","quantityMilli":-1000,
                  "returned":{"cartId":"a","line":1}}]}},
                {"id":"d","at":"2026-03-02T10:00","cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":1000,
                  "returned":{"cartId":"a","line":1}}]}}""");

        assertThat(answers.subList(1, 4))
                .extracting(answer -> answer.getString("error"))
                .containsExactly(
                        "Line 1 brings back line 2 of cart a, which sold nothing.",
                        "Line 1 brings back item tea, and line 1 of cart a sold milk.",
                        "Line 1 brings goods back, so its quantity must be negative.");
    }

    @Test
    void aMemberThatThereIsNoneOfIsNamedNotPassedOver() throws Exception {
        List<JsonObject> answers = price(
                """
                {"id":"a","at":"2026-03-02T10:00","why":"a note","cart":{"lines":[{"number":1,"itemId":"milk",
                  "quantityMilli":1000,"discount":[]}]}},
                {"id":"b","at":"2026-03-02T10:00","why":"a note","cart":{"lines":[{"number":1,"itemId":"milk",
                  "quantityMilli":1000}]}}""");

        assertThat(answers.get(0).getString("error")).isEqualTo("cart.lines[0].discount is no known member.");
        assertThat(answers.get(1).getString("total")).isEqualTo("1.29");
    }

    @Test
    void aBookIsRefusedWithAllThatIsWrong() throws Exception {
        List<JsonObject> answers = price(
                """
                {"id":"a","at":"2026-03-02T10:00","book":{"currency":"EUR","country":"XX","taxPolicy":
                  {"placement":"IN_PRICE","level":"PER_LINE","rounding":"HALF_UP"},"taxRates":[],
                  "items":[{"itemId":"milk","unitPriceMicro":1290000,"taxCategory":"TYPO"},
                           {"itemId":"tea","unitPriceMicro":1290000,"taxCategory":"RULED"}],
                  "rules":{"currency":"EUR","taxes":[{"taxId":"T","kind":"PERCENT","value":70000}],
                           "taxRules":[{"taxCategory":"RULED","taxIds":["T"]}]}},
                 "cart":{"lines":[{"number":1,"itemId":"milk","quantityMilli":1000}]}}""");

        assertThat(answers.get(0).getString("error"))
                .isEqualTo("The price book is wrong: country is no country by ISO 3166: XX; "
                        + "items has tax category TYPO for milk, which has neither a rate nor a rule.");
    }

    @Test
    void aFileWhoseBookCannotBeReadIsNotPriced() {
        assertThatThrownBy(() -> PriceFile.price("{\"carts\":[{}],\"book\":{}}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("taxPolicy is missing");
    }

    private static JsonObject line(JsonObject answer) {
        return answer.getJsonArray("lines").getJsonObject(0);
    }

    private static List<JsonObject> price(String carts) throws UnreadableFileException, IOException {
        String file =
                """
                {"book":{"currency":"EUR","taxPolicy":{"placement":"IN_PRICE","level":"PER_LINE","rounding":"HALF_UP"},
                 "taxRates":[{"taxCategory":"REDUCED","taxRateId":"R","ratePpm":70000}],
                 "items":[{"itemId":"milk","unitPriceMicro":1290000,"taxCategory":"REDUCED"}]},"carts":["""
                        + carts + "]}";
        return PriceFile.price(file.getBytes(StandardCharsets.UTF_8));
    }
}
