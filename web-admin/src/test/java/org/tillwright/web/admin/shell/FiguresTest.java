package org.tillwright.web.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:05:00Z");

    private final Figures english = SomeReader.figures("en");
    private final Figures danish = SomeReader.figures("da");
    private final Figures ukrainian = SomeReader.figures("uk");

    @Test
    void amountsAreWrittenAsTheLanguageWritesThem() {
        assertThat(english.money(-123450L, "EUR")).isEqualTo("\u22121,234.50");
        assertThat(danish.money(123450L, "DKK")).isEqualTo("1.234,50");
        assertThat(ukrainian.moneyNamed(123450L, "UAH")).isEqualTo("1\u00a0234,50\u00a0UAH");
        assertThat(english.money(1500L, "JPY")).isEqualTo("1,500");
        assertThat(english.unitPrice(12_500L, "EUR")).isEqualTo("0.0125");
        assertThat(danish.unitPrice(4_900_000L, "EUR")).isEqualTo("4,90");
    }

    @Test
    void quantitiesSayWhatTheyAreCountedIn() {
        assertThat(english.quantity(2000L, "PIECE")).isEqualTo("2");
        assertThat(danish.quantity(485L, "KILOGRAM")).isEqualTo("0,485\u00a0kg");
        assertThat(ukrainian.quantity(-1500L, "LITRE")).isEqualTo("\u22121,5\u00a0л");
        assertThat(english.rate(88_750L)).isEqualTo("8.875%");
        assertThat(danish.rate(250_000L)).isEqualTo("25\u00a0%");
        assertThat(ukrainian.number(1_204_000L)).isEqualTo("1\u00a0204\u00a0000");
    }

    @Test
    void timesAreThoseOfTheStoresClock() {
        assertThat(english.dateTime(MARCH)).isEqualTo("2 Mar 2026 10:05");
        assertThat(danish.dateTime(MARCH)).isEqualTo("2. mar. 2026 10.05");
        assertThat(ukrainian.dateTime(MARCH)).isEqualTo("2 бер. 2026 10:05");
        assertThat(english.time(MARCH)).isEqualTo("10:05");
        assertThat(danish.date(LocalDate.of(2026, 12, 24))).isEqualTo("24. dec. 2026");
    }

    @Test
    void aMissingNumberIsNotZero() {
        for (Figures figures : List.of(english, danish, ukrainian)) {
            assertThat(List.of(
                            figures.money(null, "EUR"),
                            figures.money(1L, null),
                            figures.moneyNamed(null, "EUR"),
                            figures.unitPrice(null, "EUR"),
                            figures.quantity(null, "PIECE"),
                            figures.rate(null),
                            figures.number(null),
                            figures.dateTime(null),
                            figures.time(null),
                            figures.date(null)))
                    .containsOnly("");
        }
    }
}
