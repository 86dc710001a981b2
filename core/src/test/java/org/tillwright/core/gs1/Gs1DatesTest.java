package org.tillwright.core.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gs1DatesTest {

    @ParameterizedTest(name = "{0} read in {1} is {2}")
    @CsvSource({
        "281231, 2026, 2028-12-31",
        "760101, 2026, 2076-01-01",
        "770101, 2026, 1977-01-01",
        "991231, 2049, 2099-12-31",
        "000101, 2049, 2000-01-01",
        "000101, 2050, 2100-01-01",
        "500101, 2000, 2050-01-01",
        "510101, 2000, 1951-01-01",
        "280200, 2026, 2028-02-29",
        "270200, 2026, 2027-02-28",
        "281100, 2026, 2028-11-30",
        "2812312359, 2026, 2028-12-31"
    })
    void aYearIsTheOneThatIsNear(String digits, int year, LocalDate day) {
        assertThat(Gs1Dates.day(digits, year)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"281331, 2026", "280230, 2026", "28123, 2026", "28123x, 2026", "'', 2026", "000229, 2080"})
    void aDayThatIsNoneIsNotMadeUp(String digits, int year) {
        assertThat(Gs1Dates.day(digits, year)).isNull();
    }
}
