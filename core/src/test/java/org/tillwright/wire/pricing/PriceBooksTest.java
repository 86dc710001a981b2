package org.tillwright.wire.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.tax.TaxPolicy;

/** What a book has where its rules say nothing. */
class PriceBooksTest {

    @ParameterizedTest
    @CsvSource({"HUF, HU, 500", "DKK, DK, 50", "EUR, NL, 5", "EUR, DE, 1"})
    void withoutRulesCashIsRoundedAsTheCountryOrItsCurrencyAsks(String currency, String country, long increment) {
        TaxPolicy policy = new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);

        var book = PriceBooks.of(null, Currency.of(currency), country)
                .book(1, policy, LocalDate.parse("2026-03-02"), List.of(), Map.of());

        assertThat(book.rules().cashRounding().incrementMinor()).isEqualTo(increment);
    }
}
