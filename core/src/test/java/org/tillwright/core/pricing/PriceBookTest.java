package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;

import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

class PriceBookTest {

    private static final TaxPolicy POLICY =
            new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);

    @Test
    void aBookNeverChangesWithTheMapItWasMadeOf() {
        Map<String, PriceBook.Entry> entries = new HashMap<>();
        entries.put("milk", new PriceBook.Entry("milk", null, "R"));
        PriceBook book = new PriceBook(1, Currency.of("EUR"), POLICY, entries, Map.of());

        entries.clear();

        assertThat(book.find("milk")).isPresent();
        assertThat(book.find("bun")).isEmpty();
    }

    @Test
    void aCategoryWithoutARateIsABugThatNamesTheCategory() {
        PriceBook book = new PriceBook(
                1, Currency.of("EUR"), POLICY, Map.of(), Map.of("R", new TaxRate("R7", Rate.percent("7"))));

        assertThat(book.taxRate("R").taxRateId()).isEqualTo("R7");
        assertThatThrownBy(() -> book.taxRate("LUXURY")).hasMessage("no tax rate for category LUXURY");
    }

    @Test
    void aPricedCartThatDoesNotAddUpCannotBeMade() {
        assertThatThrownBy(() -> new PricedCart(List.of(), List.of(), eur("1"), eur("0.19"), eur("1.20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("net EUR 1.00 + tax EUR 0.19 is not EUR 1.20");
        TaxRate rate = new TaxRate("S", Rate.percent("19"));
        assertThatThrownBy(() -> new PricedCart.TaxLine(rate, eur("1"), eur("0.19"), eur("1.20")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNegativeTaxRateIsNoTaxRate() {
        Rate negative = Rate.percent("-7");

        assertThatThrownBy(() -> new TaxRate("R7", negative))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tax rate R7 is negative: -7 %");
    }
}
