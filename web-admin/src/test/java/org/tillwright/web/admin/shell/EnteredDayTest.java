package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnteredDayTest {

    @Test
    void aDayIsRead() {
        assertThat(EnteredDay.of(" 2026-03-31 ")).contains(LocalDate.of(2026, 3, 31));
    }

    /** Java reads the second and the third, and fails when a page asks for the day after. */
    @Test
    void aDayThatTheDatabaseCannotHoldIsNone() {
        for (String text : List.of("2026-02-30", "+999999999-12-31", "-999999999-01-01", "0000-01-01", "", "x")) {
            assertThat(EnteredDay.of(text)).as("%s", text).isEmpty();
        }
    }
}
