package org.tillwright.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds our currencies against a published list after CLDR 45, where such a list is given. */
class CurrencyReferenceTest {

    private static final String VARIABLE = "TILLWRIGHT_REFERENCE_DATA";
    private static final String EVERYBODY_ELSE = "DEFAULT";

    /** The smallest step of cash where ours is newer: Hungary's smallest coin is 5 forints, and later CLDRs say so. */
    private static final Map<String, Integer> NEWER_CASH = Map.of("HUF", 500);

    @Test
    void digitsAndCashAreThoseOfTheList() throws IOException {
        String place = System.getenv(VARIABLE);
        assumeTrue(place != null && !place.isBlank(), VARIABLE + " is not set: skipped");
        Path file = Path.of(place, "currency-digits.json");
        assumeTrue(Files.exists(file), file + " is not there: skipped");
        int compared = 0;
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            for (JsonObject row : reader.readObject().getJsonArray("rows").getValuesAs(JsonObject.class)) {
                String code = row.getString("currency");
                if (!code.equals(EVERYBODY_ELSE)) {
                    compare(code, row);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(70);
    }

    private static void compare(String code, JsonObject row) {
        Currency ours = Currency.of(code);
        assertThat(ours.digits()).as(code).isEqualTo(row.getInt("digits"));
        assertThat(row.getInt("rounding")).as(code).isZero();
        assertThat(ours.cashDigits()).as(code).isEqualTo(row.getInt("cash_digits"));
        assertThat(ours.cashIncrement()).as(code).isEqualTo(NEWER_CASH.getOrDefault(code, step(row)));
    }

    /** The list counts steps in digits of cash, and we in minor units. */
    private static int step(JsonObject row) {
        int minor = Math.max(1, row.getInt("cash_rounding"));
        for (int digit = row.getInt("cash_digits"); digit < row.getInt("digits"); digit++) {
            minor *= 10;
        }
        return minor == 1 ? 0 : minor;
    }
}
