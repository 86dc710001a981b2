package org.tillwright.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

/** What holds for every cart there can be: sales and returns mixed, every placement, level and rounding. */
class PricingPropertiesTest {

    private static final List<String> PERCENTS = List.of("0", "0.0001", "4", "7", "8.875", "19", "21", "100");
    private static final int ITEMS = 40;

    /** A cart, and the book to price it from. */
    record Case(Cart cart, PriceBook book) {

        PricedCart priced() {
            return priced(cart);
        }

        PricedCart priced(Cart other) {
            try {
                return PricingEngine.price(other, book);
            } catch (UnpricedItemException e) {
                throw new AssertionError("every item of a random book has a price", e);
            }
        }

        boolean isSymmetric() {
            RoundingMode rounding = book.taxPolicy().rounding();
            return rounding != RoundingMode.FLOOR && rounding != RoundingMode.CEILING;
        }
    }

    @Property
    void netAndTaxAreTheTotal(@ForAll("cases") Case random) {
        PricedCart priced = random.priced();

        assertThat(priced.net().plus(priced.tax())).isEqualTo(priced.total());
        priced.taxLines()
                .forEach(line -> assertThat(line.base().plus(line.amount())).isEqualTo(line.gross()));
        Money extended = sum(random, priced.lines().stream().map(PricedCart.Line::extended));
        boolean inPrice = random.book().taxPolicy().placement() == TaxPolicy.Placement.IN_PRICE;
        assertThat(inPrice ? priced.total() : priced.net()).isEqualTo(extended);
    }

    @Property
    void linesSumToTheWholeAndToEachRate(@ForAll("cases") Case random) {
        PricedCart priced = random.priced();

        assertThat(sum(random, priced.lines().stream().map(PricedCart.Line::net)))
                .isEqualTo(priced.net());
        assertThat(sum(random, priced.lines().stream().map(PricedCart.Line::tax)))
                .isEqualTo(priced.tax());
        for (TaxLine rate : priced.taxLines()) {
            assertThat(sum(
                            random,
                            priced.lines().stream()
                                    .filter(line -> line.taxes().get(0).tax().equals(rate.tax()))
                                    .map(PricedCart.Line::tax)))
                    .isEqualTo(rate.amount());
        }
    }

    @Property
    void noLinesTaxIsACentOrMoreFromTheExactTax(@ForAll("cases") Case random) {
        TaxPolicy policy = random.book().taxPolicy();

        assertThat(random.priced().lines()).allSatisfy(line -> {
            BigDecimal exact = exactTax(taxed(line, policy), rateOf(line.taxes().get(0)), policy.placement());
            assertThat(BigDecimal.valueOf(line.tax().minor()).subtract(exact).abs())
                    .isLessThan(BigDecimal.ONE);
        });
    }

    @Property
    void theTaxOfARateIsTheExactTaxRoundedOnceWhenRoundedPerTotal(@ForAll("cases") Case random) {
        TaxPolicy policy = random.book().taxPolicy();
        PriceBook book = random.book();
        PriceBook perTotal = new PriceBook(
                book.version(),
                book.currency(),
                new TaxPolicy(policy.placement(), TaxPolicy.Level.PER_TOTAL, policy.rounding()),
                book.entries(),
                book.taxes(),
                book.rules());
        PricedCart priced = new Case(random.cart(), perTotal).priced();

        for (TaxLine line : priced.taxLines()) {
            Rate rate = rateOf(line);
            if (policy.placement() == TaxPolicy.Placement.ON_TOP) {
                BigDecimal sum = priced.lines().stream()
                        .filter(part -> part.taxes().get(0).tax().equals(line.tax()))
                        .map(part -> taxed(part, perTotal.taxPolicy()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal exact = exactTax(sum, rate, policy.placement());
                assertThat(line.amount().minor())
                        .isEqualTo(exact.setScale(0, policy.rounding()).longValueExact());
            } else {
                assertThat(line.base()).isEqualTo(line.gross().without(rate, policy.rounding()));
            }
        }
    }

    @Property
    void aReturnOfEverythingIsTheNegative(@ForAll("cases") Case random) {
        if (!random.isSymmetric()) {
            return; // up for a sale is down for its return: those two roundings are lopsided by definition
        }
        PricedCart sale = random.priced();
        PricedCart back = random.priced(mirrored(random.cart()));

        assertThat(back.net()).isEqualTo(sale.net().negated());
        assertThat(back.tax()).isEqualTo(sale.tax().negated());
        assertThat(back.total()).isEqualTo(sale.total().negated());
        assertThat(back.lines())
                .extracting(PricedCart.Line::tax)
                .containsExactlyElementsOf(
                        sale.lines().stream().map(line -> line.tax().negated()).toList());
    }

    @Property
    void theOrderOfLinesDoesNotChangeTheTotal(@ForAll("cases") Case random, @ForAll Random shuffling) {
        List<Cart.Line> lines = new ArrayList<>(random.cart().lines());
        Collections.shuffle(lines, shuffling);

        PricedCart shuffled = random.priced(new Cart(lines));

        assertThat(shuffled.total()).isEqualTo(random.priced().total());
        assertThat(shuffled.taxLines()).isEqualTo(random.priced().taxLines());
    }

    @Property
    void theSameCartGivesTheSameCents(@ForAll("cases") Case random) {
        assertThat(random.priced()).isEqualTo(random.priced());
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.of("EUR", "JPY", "KWD").map(Currency::of),
                        Arbitraries.of(TaxPolicy.Placement.values()),
                        Arbitraries.of(TaxPolicy.Level.values()),
                        Arbitraries.of(RoundingMode.values()).filter(mode -> mode != RoundingMode.UNNECESSARY),
                        Arbitraries.longs().between(0, 50_000_000L).list().ofSize(ITEMS),
                        lines().list().ofMaxSize(25))
                .as((currency, placement, level, rounding, prices, lines) ->
                        new Case(numbered(lines), book(currency, new TaxPolicy(placement, level, rounding), prices)));
    }

    private static Arbitrary<Cart.Line> lines() {
        Arbitrary<Integer> items = Arbitraries.integers().between(0, ITEMS - 1);
        Arbitrary<Long> quantities = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(1000L, -1000L, 2000L)),
                Tuple.of(1, Arbitraries.longs().between(-99_999, 99_999).filter(milli -> milli != 0)));
        return Combinators.combine(items, quantities).as((item, milli) -> GoldenTotals.line(1, "item-" + item, milli));
    }

    private static Cart numbered(List<Cart.Line> lines) {
        List<Cart.Line> numbered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Cart.Line line = lines.get(i);
            numbered.add(GoldenTotals.line(i + 1, line.itemId(), line.quantity().milli()));
        }
        return new Cart(numbered);
    }

    private static Cart mirrored(Cart cart) {
        return new Cart(cart.lines().stream()
                .map(line -> GoldenTotals.line(
                        line.number(), line.itemId(), -line.quantity().milli()))
                .toList());
    }

    private static PriceBook book(Currency currency, TaxPolicy policy, List<Long> prices) {
        Map<String, PriceBook.Entry> entries = new HashMap<>();
        for (int i = 0; i < prices.size(); i++) {
            String percent = PERCENTS.get(i % PERCENTS.size());
            entries.put("item-" + i, new PriceBook.Entry("item-" + i, new UnitPrice(currency, prices.get(i)), percent));
        }
        Map<String, TaxRate> rates = new HashMap<>();
        PERCENTS.forEach(percent -> rates.put(percent, new TaxRate("T" + percent, Rate.percent(percent))));
        return new PriceBook(1, currency, policy, entries, rates);
    }

    /** What the tax of a line is worked out of: not rounded where each tax is rounded once, and is on top. */
    private static BigDecimal taxed(PricedCart.Line line, TaxPolicy policy) {
        boolean exact = policy.level() == TaxPolicy.Level.PER_TOTAL && policy.placement() == TaxPolicy.Placement.ON_TOP;
        return exact
                ? line.unitPrice()
                        .decimal()
                        .multiply(line.quantity().decimal())
                        .movePointRight(line.unitPrice().currency().digits())
                : BigDecimal.valueOf(line.extended().minor());
    }

    private static BigDecimal exactTax(BigDecimal minor, Rate rate, TaxPolicy.Placement placement) {
        BigDecimal onTop = minor.multiply(rate.fraction());
        return placement == TaxPolicy.Placement.ON_TOP
                ? onTop
                : onTop.divide(BigDecimal.ONE.add(rate.fraction()), MathContext.DECIMAL128);
    }

    private static Rate rateOf(TaxLine line) {
        return new Rate(line.tax().value());
    }

    private static Money sum(Case random, Stream<Money> amounts) {
        return amounts.reduce(Money.zero(random.book().currency()), Money::plus);
    }
}
