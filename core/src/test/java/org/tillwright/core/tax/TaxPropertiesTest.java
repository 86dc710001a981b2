package org.tillwright.core.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Currency;

/** What holds for any taxes on any lines: mixed, in the price and on top, sold and brought back, whole cents and parts. */
class TaxPropertiesTest {

    /** A tax for which nothing is ever due; it makes the calculator take the long way. */
    private static final Tax NOTHING = new Tax("zero", Tax.Kind.FIXED, 0, true, false, false, "zero");

    /** Lines, and how tax on them is worked out. */
    record Case(Currency currency, TaxPolicy policy, List<Taxable> lines) {

        Taxed taxed() {
            return taxed(lines);
        }

        Taxed taxed(List<Taxable> others) {
            return TaxCalculator.of(currency, policy).tax(others);
        }

        boolean isSymmetric() {
            return policy.rounding() != RoundingMode.FLOOR && policy.rounding() != RoundingMode.CEILING;
        }
    }

    @Property
    void linesAndTaxesSumToTheWhole(@ForAll("cases") Case random) {
        Taxed taxed = random.taxed();

        assertThat(taxed.lines().stream().mapToLong(Taxed.Line::netMinor).sum()).isEqualTo(taxed.netMinor());
        assertThat(taxed.lines().stream().mapToLong(Taxed.Line::taxMinor).sum()).isEqualTo(taxed.taxMinor());
        assertThat(taxed.lines().stream().mapToLong(Taxed.Line::grossMinor).sum())
                .isEqualTo(taxed.grossMinor());
        assertThat(taxed.totals().stream().mapToLong(Taxed.Total::taxMinor).sum())
                .isEqualTo(taxed.taxMinor());
        for (Taxed.Total total : taxed.totals()) {
            assertThat(partsOf(taxed, total.tax()).stream()
                            .mapToLong(Taxed.Part::taxMinor)
                            .sum())
                    .isEqualTo(total.taxMinor());
            assertThat(partsOf(taxed, total.tax()).stream()
                            .mapToLong(Taxed.Part::baseMinor)
                            .sum())
                    .isEqualTo(total.baseMinor());
        }
        for (Taxed.Line line : taxed.lines()) {
            assertThat(line.parts().stream().mapToLong(Taxed.Part::taxMinor).sum())
                    .isEqualTo(line.taxMinor());
        }
    }

    @Property
    void aPriceThatHoldsAllItsTaxIsWhatIsPaid(@ForAll("cases") Case random) {
        List<Taxable> prices =
                random.lines().stream().filter(Taxable::holdsAllTax).toList();

        Taxed taxed = random.taxed(prices);

        assertThat(taxed.grossMinor()).isEqualTo(roundedSum(prices));
    }

    @Property
    void aPriceThatHoldsNoTaxIsTheNet(@ForAll("cases") Case random) {
        List<Taxable> prices =
                random.lines().stream().filter(line -> !line.holdsTax()).toList();

        Taxed taxed = random.taxed(prices);

        assertThat(taxed.netMinor()).isEqualTo(roundedSum(prices));
    }

    @Property
    void aReturnOfEverythingIsTheNegative(@ForAll("cases") Case random) {
        if (!random.isSymmetric()) {
            return; // up for a sale is down for its return: those two roundings are lopsided by definition
        }
        Taxed sale = random.taxed();
        Taxed back = random.taxed(random.lines().stream()
                .map(line -> new Taxable(
                        line.number(),
                        line.exactMinor().negate(),
                        line.quantity().negate(),
                        line.taxes()))
                .toList());

        assertThat(back.netMinor()).isEqualTo(-sale.netMinor());
        assertThat(back.totals().stream().map(Taxed.Total::taxMinor))
                .containsExactlyElementsOf(
                        sale.totals().stream().map(total -> -total.taxMinor()).toList());
        assertThat(back.lines().stream().map(Taxed.Line::netMinor))
                .containsExactlyElementsOf(
                        sale.lines().stream().map(line -> -line.netMinor()).toList());
    }

    @Property
    void theOrderOfLinesDoesNotChangeTheWhole(@ForAll("cases") Case random, @ForAll Random shuffling) {
        if (random.policy().level() == TaxPolicy.Level.PER_LINE
                && !random.lines().stream().allMatch(Taxable::isWhole)) {
            return; // which of two equal lines gets the odd cent, and is taxed on it, is up to their order
        }
        List<Taxable> lines = new ArrayList<>(random.lines());
        Collections.shuffle(lines, shuffling);

        Taxed shuffled = random.taxed(lines);

        assertThat(shuffled.grossMinor()).isEqualTo(random.taxed().grossMinor());
        assertThat(shuffled.taxMinor()).isEqualTo(random.taxed().taxMinor());
    }

    @Property
    void theShortWayGivesWhatTheLongWayGives(@ForAll("ordinary") Case random) {
        List<Taxable> withMore = random.lines().stream()
                .map(line -> new Taxable(line.number(), line.exactMinor(), line.quantity(), with(line.taxes())))
                .toList();

        Taxed shortly = random.taxed();
        Taxed longly = random.taxed(withMore);

        assertThat(longly.netMinor()).isEqualTo(shortly.netMinor());
        assertThat(longly.totals().stream().filter(total -> !total.tax().taxId().equals("zero")))
                .containsExactlyElementsOf(shortly.totals());
        for (int i = 0; i < shortly.lines().size(); i++) {
            assertThat(longly.lines().get(i).netMinor())
                    .isEqualTo(shortly.lines().get(i).netMinor());
        }
    }

    /** The tax on 0.01 in all is less than a cent: sales and returns of one tax on one receipt. */
    @Test
    void bothWaysGiveTheCentToTheSameLineWhereTheTaxRoundsToNothing() {
        Tax tax = new Tax("T", Tax.Kind.PERCENT, 190_000, true, false, true, "T");
        List<Taxable> lines = Stream.of(-2, -2, 5)
                .map(minor -> new Taxable(1, BigDecimal.valueOf(minor), BigDecimal.ONE, List.of(tax)))
                .toList();

        theShortWayGivesWhatTheLongWayGives(new Case(
                Currency.of("EUR"),
                new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_TOTAL, RoundingMode.UP),
                lines));
    }

    @Property
    void whoOwesNoTaxPaysTheNetOrThePrice(@ForAll("cases") Case random) {
        TaxPolicy policy = random.policy();
        Taxed stripped = TaxCalculator.of(random.currency(), policy).taxExempt(random.lines());
        Taxed kept = TaxCalculator.of(
                        random.currency(),
                        new TaxPolicy(
                                policy.placement(), policy.level(), policy.rounding(), TaxPolicy.Exemption.KEEP_GROSS))
                .taxExempt(random.lines());

        assertThat(stripped.taxMinor()).isZero();
        for (int i = 0; i < random.lines().size(); i++) {
            long net = random.taxed().lines().get(i).netMinor();
            boolean isMore =
                    Long.signum(net) != random.lines().get(i).exactMinor().signum(); // the tax than the price
            assertThat(stripped.lines().get(i).grossMinor()).isEqualTo(isMore ? 0 : net);
        }
        assertThat(kept.taxMinor()).isZero();
        assertThat(kept.grossMinor()).isEqualTo(roundedSum(random.lines()));
    }

    @Property
    void nobodyIsPaidToTakeGoodsBecauseTheyOweNoTax(@ForAll("cases") Case random) {
        Taxed exempt = TaxCalculator.of(random.currency(), random.policy()).taxExempt(random.lines());

        for (int i = 0; i < random.lines().size(); i++) {
            int way = random.lines().get(i).exactMinor().signum();
            assertThat(Long.signum(exempt.lines().get(i).grossMinor())).isIn(0, way);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<List<Tax>> taxes =
                taxes().list().ofMaxSize(4).map(TaxPropertiesTest::named).filter(TaxPropertiesTest::areLawful);
        Arbitrary<List<Taxable>> lines = taxes.list().ofMinSize(1).ofMaxSize(3).flatMap(lists -> lines(lists, 2));
        return Combinators.combine(currencies(), policies(), lines).as(Case::new);
    }

    @Provide
    Arbitrary<Case> ordinary() {
        Arbitrary<Tax> tax = Combinators.combine(rates(), Arbitraries.of(true, false), Arbitraries.of("A", "B"))
                .as((ppm, inPrice, id) -> new Tax(id + inPrice, Tax.Kind.PERCENT, ppm, inPrice, false, true, id));
        Arbitrary<List<Taxable>> lines = tax.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(TaxPropertiesTest::distinct)
                .flatMap(several -> lines(several.stream().map(List::of).toList(), 0));
        return Combinators.combine(currencies(), policies(), lines).as(Case::new);
    }

    private static Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD").map(Currency::of);
    }

    private static Arbitrary<TaxPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(TaxPolicy.Level.values()),
                        Arbitraries.of(RoundingMode.values()).filter(mode -> mode != RoundingMode.UNNECESSARY))
                .as((level, rounding) -> new TaxPolicy(TaxPolicy.Placement.IN_PRICE, level, rounding));
    }

    private static Arbitrary<Long> rates() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(0L, 50_000L, 70_000L, 190_000L, 210_000L, 88_750L, 1_000_000L)),
                Tuple.of(1, Arbitraries.longs().between(0, 3_000_000)));
    }

    private static Arbitrary<Tax> taxes() {
        return Combinators.combine(
                        Arbitraries.of(Tax.Kind.values()),
                        rates(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((kind, rate, inPrice, affectsNext, affected) -> new Tax(
                        "tax",
                        kind,
                        kind == Tax.Kind.DIVISION ? rate % 300_000 : rate,
                        inPrice,
                        affectsNext,
                        affected,
                        "group"));
    }

    private static Arbitrary<List<Taxable>> lines(List<List<Tax>> taxes, int digits) {
        Arbitrary<BigDecimal> amounts = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(-500, 50_000).map(BigDecimal::valueOf)),
                Tuple.of(
                        1, Arbitraries.longs().between(-9_999_999, 9_999_999).map(n -> BigDecimal.valueOf(n, digits))));
        Arbitrary<BigDecimal> quantities = Arbitraries.longs()
                .between(-9_999, 9_999)
                .filter(milli -> milli != 0)
                .map(milli -> BigDecimal.valueOf(milli, 3));
        return Combinators.combine(amounts, quantities, Arbitraries.of(taxes))
                .as((amount, quantity, list) -> new Taxable(1, amount, quantity, list))
                .list()
                .ofMaxSize(12);
    }

    /** Gives each tax an id of its own that says all of it, so that one id is one tax on every line. */
    private static List<Tax> named(List<Tax> taxes) {
        List<Tax> named = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            Tax tax = taxes.get(i);
            String id = i + " " + tax;
            named.add(new Tax(
                    id, tax.kind(), tax.value(), tax.inPrice(), tax.affectsNext(), tax.affectedByEarlier(), id));
        }
        return named;
    }

    private static boolean areLawful(List<Tax> taxes) {
        try {
            Tax.requireTogether(taxes);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Tax> distinct(List<Tax> taxes) {
        Set<String> ids = new HashSet<>();
        return taxes.stream().filter(tax -> ids.add(tax.taxId())).toList();
    }

    private static List<Tax> with(List<Tax> taxes) {
        List<Tax> more = new ArrayList<>(taxes);
        boolean isInPrice = taxes.get(0).inPrice();
        more.add(isInPrice ? NOTHING : new Tax("zero", Tax.Kind.FIXED, 0, false, false, false, "zero"));
        return more;
    }

    private static List<Taxed.Part> partsOf(Taxed taxed, Tax tax) {
        return taxed.lines().stream()
                .flatMap(line -> line.parts().stream())
                .filter(part -> part.tax().equals(tax))
                .toList();
    }

    private static long roundedSum(List<Taxable> lines) {
        return lines.stream()
                .map(Taxable::exactMinor)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
