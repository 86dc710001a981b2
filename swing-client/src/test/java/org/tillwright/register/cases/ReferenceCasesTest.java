package org.tillwright.register.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the engine against figures that other systems expect of themselves; docs/money.md gives the exceptions' reasons. */
class ReferenceCasesTest {

    private static final String VARIABLE = "TILLWRIGHT_REFERENCE_DATA";

    private static final List<String> EXCEPTIONS = List.of("o19-031", "o19-032", "o19-080", "o17-039");

    @Test
    void everyCaseButTheNamedExceptionsComesOutAsExpected() throws Exception {
        String named = System.getenv(VARIABLE);
        assumeTrue(named != null && !named.isBlank(), VARIABLE + " does not name the reference data: skipped");
        byte[] file = Files.readAllBytes(Path.of(named, "tax-cases.json"));

        List<JsonObject> answers = PriceFile.price(file);

        List<String> others = new ArrayList<>();
        JsonArray cases = JsonFile.read(file).getJsonArray("cases");
        assertThat(answers).hasSameSizeAs(cases);
        for (int i = 0; i < answers.size(); i++) {
            JsonObject given = cases.getJsonObject(i);
            if (!isAsExpected(given, answers.get(i))) {
                others.add(given.getString("id"));
            }
        }
        assertThat(others).containsExactlyElementsOf(EXCEPTIONS);
    }

    private static boolean isAsExpected(JsonObject given, JsonObject answer) {
        BigDecimal step = given.containsKey("currency_rounding")
                ? given.getJsonNumber("currency_rounding").bigDecimalValue()
                : new BigDecimal("0.01");
        JsonObject expected = given.getJsonObject("expected");
        boolean tellsTotalOnly = expected.containsKey("base") && expected.isNull("base");
        return expected.entrySet().stream()
                .filter(member -> !(tellsTotalOnly && member.getKey().equals("tax_groups")))
                .allMatch(member -> isSame(member.getValue(), answer.get(member.getKey()), step));
    }

    private static boolean isSame(JsonValue expected, JsonValue actual, BigDecimal step) {
        return switch (expected.getValueType()) {
            case NULL -> true;
            case NUMBER -> isSame((JsonNumber) expected, actual, step);
            case ARRAY -> isSame(expected.asJsonArray(), actual, step);
            case OBJECT ->
                expected.asJsonObject().entrySet().stream()
                        .allMatch(member ->
                                isSame(member.getValue(), actual.asJsonObject().get(member.getKey()), step));
            default -> expected.equals(actual);
        };
    }

    private static boolean isSame(JsonNumber expected, JsonValue actual, BigDecimal step) {
        BigDecimal steps = expected.bigDecimalValue().divide(step, 0, RoundingMode.HALF_UP);
        return actual instanceof JsonString text
                && new BigDecimal(text.getString()).compareTo(steps.multiply(step)) == 0;
    }

    private static boolean isSame(JsonArray expected, JsonValue actual, BigDecimal step) {
        JsonArray array = actual.asJsonArray();
        if (array.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!isSame(expected.get(i), array.get(i), step)) {
                return false;
            }
        }
        return true;
    }
}
