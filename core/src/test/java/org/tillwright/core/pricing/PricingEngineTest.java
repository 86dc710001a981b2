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
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxPolicy.Level;
import org.tillwright.core.tax.TaxPolicy.Placement;
import org.tillwright.core.tax.TaxRate;

class PricingEngineTest {

    private static final TaxPolicy IN_PRICE = new TaxPolicy(Placement.IN_PRICE, Level.PER_LINE, RoundingMode.HALF_UP);
    private static final TaxPolicy TOGETHER = new TaxPolicy(Placement.ON_TOP, Level.PER_TOTAL, RoundingMode.HALF_UP);

    @Test
    void anEmptyCartCostsNothing() throws UnpricedItemException {
        PricedCart priced = PricingEngine.price(Cart.EMPTY, golden(IN_PRICE));

        assertThat(priced.total()).isEqualTo(eur("0"));
        assertThat(priced.lines()).isEmpty();
        assertThat(priced.taxLines()).isEmpty();
    }

    @Test
    void aLineShowsEveryAmountOnIt() throws UnpricedItemException {
        PricedCart priced = PricingEngine.price(GoldenTotals.cart("milk x 2000"), golden(IN_PRICE));

        PricedCart.Line line = priced.lines().get(0);
        assertThat(line.extended()).isEqualTo(eur("2.58"));
        assertThat(line.net()).isEqualTo(eur("2.41"));
        assertThat(line.tax()).isEqualTo(eur("0.17"));
        assertThat(line.gross()).isEqualTo(eur("2.58"));
        assertThat(line.quantity()).isEqualTo(Quantity.of(2));
        assertThat(line.unitPrice()).isEqualTo(unitPrice("EUR", "1.29")).isEqualTo(line.regularUnitPrice());
    }

    @Test
    void eachTaxRateHasOneTaxLineInTheOrderOfIds() throws UnpricedItemException {
        Cart cart = GoldenTotals.cart("soap x 1000 + milk x 1000 + soap x 1000 + book x 1000");

        PricedCart priced = PricingEngine.price(cart, golden(IN_PRICE));

        assertThat(priced.taxLines())
                .containsExactly(
                        new TaxLine(tax("R7", "7"), eur("1.21"), eur("0.08")),
                        new TaxLine(tax("S19", "19"), eur("1.66"), eur("0.32")),
                        new TaxLine(tax("Z", "0"), eur("20.00"), eur("0.00")));
    }

    @Test
    void aPriceByHandReplacesTheBooksPriceAndBothAreKept() throws UnpricedItemException {
        PriceOverride override = new PriceOverride(unitPrice("EUR", "1.00"), "DAMAGED", "op-2");
        Cart cart = Cart.EMPTY.with(GoldenTotals.line(1, "milk", 3000).withOverride(override));

        PricedCart.Line line =
                PricingEngine.price(cart, golden(IN_PRICE)).lines().get(0);

        assertThat(line.extended()).isEqualTo(eur("3.00"));
        assertThat(line.unitPrice()).isEqualTo(override.unitPrice());
        assertThat(line.regularUnitPrice()).isEqualTo(unitPrice("EUR", "1.29"));
    }

    @Test
    void aPriceOfZeroByHandIsAPrice() throws UnpricedItemException {
        PriceOverride gift = new PriceOverride(unitPrice("EUR", "0"), "GIFT", "op-2");
        Cart cart = Cart.EMPTY.with(GoldenTotals.line(1, "milk", 1000).withOverride(gift));

        assertThat(PricingEngine.price(cart, golden(IN_PRICE)).total()).isEqualTo(eur("0"));
    }

    @Test
    void anItemWithoutAPriceIsNotSoldForNothing() throws UnpricedItemException {
        PriceBook book = bookOf(IN_PRICE, null);
        Cart cart = Cart.EMPTY.with(GoldenTotals.line(1, "thing", 1000));

        assertThatThrownBy(() -> PricingEngine.price(cart, book))
                .isInstanceOfSatisfying(UnpricedItemException.class, refused -> assertThat(refused.itemId())
                        .isEqualTo("thing"));
        PriceOverride byHand = new PriceOverride(unitPrice("EUR", "5"), "NO_PRICE", "op-1");
        Cart priced = Cart.EMPTY.with(GoldenTotals.line(1, "thing", 1000).withOverride(byHand));
        assertThat(PricingEngine.price(priced, book).total()).isEqualTo(eur("5"));
        assertThat(PricingEngine.price(priced, book).lines().get(0).regularUnitPrice())
                .isNull();
    }

    @Test
    void anItemTheBookDoesNotKnowIsNotSoldInPart() {
        Cart cart = GoldenTotals.cart("milk x 1000 + ghost x 1000");

        assertThatThrownBy(() -> PricingEngine.price(cart, golden(IN_PRICE)))
                .isInstanceOf(UnpricedItemException.class)
                .hasMessageContaining("ghost");
    }

    @Test
    void aTotalBeyondALongThrows() {
        PriceBook book = bookOf(IN_PRICE, new UnitPrice(Currency.of("EUR"), Long.MAX_VALUE));
        Cart cart = Cart.EMPTY.with(GoldenTotals.line(1, "thing", Long.MAX_VALUE));

        assertThatThrownBy(() -> PricingEngine.price(cart, book)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void taxOfTheWholeIsSharedOutByLargestRemainderAndTiesByLineOrder() throws UnpricedItemException {
        PricedCart priced =
                PricingEngine.price(GoldenTotals.cart("bun x 1000 + milk x 1000 + bun x 1000"), golden(TOGETHER));

        // Exact taxes 2.45, 9.03 and 2.45 are 13.93 together, so one cent is left for the first 0.45.
        assertThat(taxesOf(priced)).containsExactly(3L, 9L, 2L);
        assertThat(priced.tax()).isEqualTo(eur("0.14"));
    }

    @Test
    void aReturnGivesBackOnEachLineTheTaxThatWasTakenOnIt() throws UnpricedItemException {
        PricedCart sale =
                PricingEngine.price(GoldenTotals.cart("bun x 1000 + milk x 1000 + bun x 1000"), golden(TOGETHER));
        PricedCart back =
                PricingEngine.price(GoldenTotals.cart("bun x -1000 + milk x -1000 + bun x -1000"), golden(TOGETHER));

        assertThat(taxesOf(sale)).containsExactly(3L, 9L, 2L);
        assertThat(taxesOf(back)).containsExactly(-3L, -9L, -2L);
    }

    @Test
    void anExchangeMirrorsTheExchangeBackEvenWhenNothingIsDue() throws UnpricedItemException {
        PricedCart one = PricingEngine.price(GoldenTotals.cart("pen x 1000 + pen x -1000"), golden(TOGETHER));
        PricedCart other = PricingEngine.price(GoldenTotals.cart("pen x -1000 + pen x 1000"), golden(TOGETHER));

        assertThat(taxesOf(one)).containsExactly(11L, -11L);
        assertThat(taxesOf(other)).containsExactly(-11L, 11L);
        PricedCart withBag =
                PricingEngine.price(GoldenTotals.cart("bag x 1000 + towel x -1000 + towel x 1000"), golden(TOGETHER));
        assertThat(taxesOf(withBag)).containsExactly(0L, -238L, 238L);
    }

    static List<Long> taxesOf(PricedCart priced) {
        return priced.lines().stream().map(line -> line.tax().minor()).toList();
    }

    static PriceBook golden(TaxPolicy policy) {
        return GoldenTotals.book(Currency.of("EUR"), policy);
    }

    private static Tax tax(String id, String percent) {
        return rate(id, percent).placed(Placement.IN_PRICE);
    }

    private static TaxRate rate(String id, String percent) {
        return new TaxRate(id, Rate.percent(percent));
    }

    private static PriceBook bookOf(TaxPolicy policy, UnitPrice price) {
        Map<String, PriceBook.Entry> entries = new HashMap<>();
        entries.put("thing", new PriceBook.Entry("thing", price, "S"));
        return new PriceBook(7, Currency.of("EUR"), policy, entries, Map.of("S", rate("S", "19")));
    }
}
