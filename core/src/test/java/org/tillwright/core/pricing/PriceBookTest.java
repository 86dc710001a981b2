package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tillwright.core.money.Amounts.eur;
import static org.tillwright.core.money.Amounts.unitPrice;

import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.PromotionResult;
import org.tillwright.core.tax.Tax;
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

        assertThat(book.taxes().taxesOf("R", null)).extracting(Tax::taxId).containsExactly("R7");
        assertThatThrownBy(() -> book.taxes().taxesOf("LUXURY", null)).hasMessage("no tax rate for category LUXURY");
    }

    @Test
    void aPricedCartThatDoesNotAddUpCannotBeMade() {
        assertThatThrownBy(() -> priced(eur("1"), eur("0.19"), eur("1.20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("net EUR 1.00 + tax EUR 0.19 is not EUR 1.20");
        assertThatThrownBy(() -> priced(eur("1"), eur("0.19"), eur("1.19")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the nets of the lines do not sum to EUR 1.00");
    }

    private static PricedCart priced(Money net, Money tax, Money total) {
        return new PricedCart(List.of(), List.of(), PromotionResult.NOTHING, List.of(), net, tax, total);
    }

    @Test
    void aBookThatContradictsItselfIsNeverMade() {
        Map<String, PriceBook.Entry> yen = Map.of("tea", new PriceBook.Entry("tea", unitPrice("JPY", "100"), "R"));
        Currency euro = Currency.of("EUR");
        assertThatThrownBy(() -> new PriceBook(1, euro, POLICY, yen, Map.of()))
                .hasMessage("mixed currencies: item tea costs JPY 100 in a book of EUR");
        PriceBook.Traits menu = new PriceBook.Traits(null, false, false, Map.of(), List.of("MILK"));
        TestBook noGroup = TestBook.inPrice().item("tea", "1.00", "S", menu);
        assertThatThrownBy(noGroup::book).hasMessage("item tea names modifier group MILK, which is not there");
        assertThatThrownBy(() -> new ModifierGroup("MILK", 2, 1, List.of()))
                .hasMessage("modifier group MILK asks for 2 to 1 choices");
    }

    @Test
    void aTaxRateIsFromNothingToAThousandPercent() {
        for (String percent : List.of("-7", "1000.0001")) {
            assertThatThrownBy(() -> new TaxRate("R7", Rate.percent(percent)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("tax rate R7 is not between 0 and 1000 %: " + percent + " %");
        }
        assertThat(new TaxRate("R7", Rate.percent("1000")).rate().ppm()).isEqualTo(Tax.MOST);
    }
}
