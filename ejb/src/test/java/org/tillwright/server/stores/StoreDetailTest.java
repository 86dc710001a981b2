package org.tillwright.server.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.wire.TaxPolicyMessage;

class StoreDetailTest {

    /** On 29 March 2026 the clocks of Berlin go from 2 to 3 o'clock, so the day's fourth hour on the wall is its third. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T02:59:59Z, 2026-03-01", "2026-03-02T03:00:00Z, 2026-03-02", "2026-03-29T01:59:59Z, 2026-03-28",
        "2026-03-29T02:00:00Z, 2026-03-29", "2026-10-25T02:59:59Z, 2026-10-24", "2026-10-25T03:00:00Z, 2026-10-25"
    })
    void theDayEndsByTheClocksOnTheWallAlsoWhenSummerBeginsAndEnds(Instant moment, LocalDate day) {
        assertThat(store("04:00").businessDayAt(moment)).isEqualTo(day);
    }

    @Test
    void aDayThatEndsAtMidnightIsTheCalendars() {
        assertThat(store("00:00").businessDayAt(Instant.parse("2026-03-01T23:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 3, 2));
    }

    private static StoreDetail store(String dayEnds) {
        TaxPolicyMessage tax = new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP");
        return new StoreDetail(
                "shop", "Shop", List.of(), null, "DE", "EUR", "en", "Europe/Berlin", dayEnds, tax, Map.of());
    }
}
