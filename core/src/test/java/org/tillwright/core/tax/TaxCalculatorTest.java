package org.tillwright.core.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.Tax.Kind;
import org.tillwright.core.tax.TaxPolicy.Exemption;
import org.tillwright.core.tax.TaxPolicy.Level;
import org.tillwright.core.tax.TaxPolicy.Placement;

class TaxCalculatorTest {

    private static final Currency EUR = Currency.of("EUR");
    private static final Tax ON_TOP_21 = Tax.percent("21", Rate.percent("21"), false);

    private static Taxed tax(Level level, Taxable... lines) {
        return tax(level, RoundingMode.HALF_UP, lines);
    }

    private static Taxed tax(Level level, RoundingMode rounding, Taxable... lines) {
        return TaxCalculator.of(EUR, new TaxPolicy(Placement.ON_TOP, level, rounding))
                .tax(List.of(lines));
    }

    /** A line of one unit; the amount is in cents, with as many decimals as it needs. */
    private static Taxable line(String cents, Tax... taxes) {
        return line(1, cents, taxes);
    }

    private static Taxable line(int quantity, String cents, Tax... taxes) {
        return new Taxable(1, new BigDecimal(cents), BigDecimal.valueOf(quantity), List.of(taxes));
    }

    private static Tax inPrice(String percent) {
        return Tax.percent(percent, Rate.percent(percent), true);
    }

    private static Tax onTop(String percent) {
        return Tax.percent(percent, Rate.percent(percent), false);
    }

    private static List<Long> figures(Taxed taxed) {
        return List.of(taxed.netMinor(), taxed.taxMinor(), taxed.grossMinor());
    }

    /** For each part its base and its tax. */
    private static List<Long> parts(Taxed.Line line) {
        List<Long> figures = new ArrayList<>();
        line.parts().forEach(part -> {
            figures.add(part.baseMinor());
            figures.add(part.taxMinor());
        });
        return figures;
    }

    /** Published vectors that other systems once got wrong. */
    @Nested
    class Vectors {

        @Test
        void taxOnTopRoundedPerLineOrOnce() {
            Taxable[] lines = {
                line("592", ON_TOP_21), line("152", ON_TOP_21), line("154", ON_TOP_21), line("39", ON_TOP_21)
            };

            assertThat(figures(tax(Level.PER_LINE, lines))).containsExactly(937L, 196L, 1133L);
            assertThat(figures(tax(Level.PER_TOTAL, lines))).containsExactly(937L, 197L, 1134L);
        }

        @ParameterizedTest
        @CsvSource({"PER_LINE", "PER_TOTAL"})
        void pricesThatHoldTheirTaxAreWhatIsPaid(Level level) {
            Taxed taxed = tax(level, line("2890", inPrice("22")), line("125", inPrice("10")));

            assertThat(taxed.grossMinor()).isEqualTo(3015);
            assertThat(parts(taxed.lines().get(0))).containsExactly(2369L, 521L);
            assertThat(parts(taxed.lines().get(1))).containsExactly(114L, 11L);
        }

        @Test
        void aDiscountThatLeavesPartsOfACentIsRoundedWhereThePolicySays() {
            Taxable line = line(16, "535065.6", onTop("22"));

            assertThat(figures(tax(Level.PER_LINE, line))).containsExactly(535066L, 117715L, 652781L);
            assertThat(figures(tax(Level.PER_TOTAL, line))).containsExactly(535066L, 117714L, 652780L);
        }

        @ParameterizedTest
        @CsvSource({"16, 10000, 8621, 1379", "4, 299, 288, 11"})
        void oneTaxInThePriceRoundsTheNet(String percent, String price, long net, long tax) {
            for (Level level : Level.values()) {
                Taxed taxed = tax(level, line(price, inPrice(percent)));

                assertThat(taxed.netMinor()).isEqualTo(net);
                assertThat(taxed.taxMinor()).isEqualTo(tax);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "HALF_EVEN, 70.5, 70",
            "HALF_EVEN, 354.85, 355",
            "HALF_UP, 70.5, 71",
            "HALF_UP, -70.5, -71",
            "HALF_EVEN, -70.5, -70",
            "HALF_DOWN, 70.5, 70",
            "UP, 70.1, 71",
            "DOWN, 70.9, 70",
            "CEILING, -70.9, -70",
            "FLOOR, -70.1, -71"
        })
        void aHalfGoesWhereTheModeSays(RoundingMode rounding, BigDecimal exactTax, long rounded) {
            // A tax of 0.01 % on ten thousand times the tax is that tax.
            String base = exactTax.movePointRight(4).toPlainString();

            for (Level level : Level.values()) {
                assertThat(tax(level, rounding, line(base, onTop("0.01"))).taxMinor())
                        .isEqualTo(rounded);
            }
        }
    }

    @Nested
    class SeveralTaxes {

        @Test
        void aTaxThatAffectsTheNextIsPartOfItsBase() {
            Tax first = new Tax("1", Kind.PERCENT, 60_000, false, true, true, "1");
            Tax besides = new Tax("2", Kind.PERCENT, 60_000, false, true, false, "2");
            Tax last = new Tax("3", Kind.PERCENT, 30_000, false, false, true, "3");

            Taxed taxed = tax(Level.PER_LINE, line("10000", first, besides, last));

            assertThat(parts(taxed.lines().get(0))).containsExactly(10000L, 600L, 10000L, 600L, 11200L, 336L);
        }

        @Test
        void inPriceAndOnTopStandOnOneLine() {
            Tax onTop = onTop("15");
            Tax inPrice = inPrice("5.5");

            Taxed.Line line =
                    tax(Level.PER_LINE, line("230000", onTop, inPrice)).lines().get(0);

            assertThat(line.grossMinor()).isEqualTo(262701);
            assertThat(parts(line)).containsExactly(218009L, 32701L, 218009L, 11991L);
        }

        @Test
        void eachTaxInThePriceIsRoundedAndTheNetIsWhatTheyLeave() {
            Tax one = new Tax("1", Kind.PERCENT, 25_000, true, true, false, "1");
            Tax two = new Tax("2", Kind.PERCENT, 25_000, true, true, false, "2");

            for (Level level : Level.values()) {
                Taxed taxed = tax(level, line("29500", one, two));

                assertThat(taxed.netMinor()).isEqualTo(28096);
                assertThat(parts(taxed.lines().get(0))).containsExactly(28096L, 702L, 28096L, 702L);
            }
        }

        @Test
        void neighbouringDivisionsAreSharesOfOnePrice() {
            Tax[] onTop = divisions(false);
            Tax[] inPrice = divisions(true);

            for (Level level : Level.values()) {
                assertThat(parts(tax(level, line("3233", onTop)).lines().get(0)))
                        .containsExactly(3233L, 240L, 3233L, 144L, 3233L, 31L, 3233L, 432L, 3233L, 720L);
                assertThat(parts(tax(level, line("4800", inPrice)).lines().get(0)))
                        .containsExactly(3233L, 240L, 3233L, 144L, 3233L, 31L, 3233L, 432L, 3233L, 720L);
            }
        }

        @Test
        void aDivisionMayBeTheWholeOfAPrice() {
            Tax all = new Tax("all", Kind.DIVISION, 1_000_000, true, false, true, "all");

            for (Level level : Level.values()) {
                assertThat(figures(tax(level, line("10000", all)))).containsExactly(0L, 10000L, 10000L);
            }
        }

        private static Tax[] divisions(boolean inPrice) {
            return List.of(50_000L, 30_000L, 6_500L, 90_000L, 150_000L).stream()
                    .map(ppm -> new Tax("d" + ppm, Kind.DIVISION, ppm, inPrice, false, true, "d"))
                    .toArray(Tax[]::new);
        }

        @Test
        void perTotalEachFigureIsRoundedOnceForAllLines() {
            Tax first = new Tax("1", Kind.PERCENT, 60_000, false, true, true, "1");
            Tax besides = new Tax("2", Kind.PERCENT, 60_000, false, true, false, "2");
            Tax last = new Tax("3", Kind.PERCENT, 30_000, false, false, true, "3");
            Taxable line = line("1589", first, besides, last);

            Taxed taxed = tax(Level.PER_TOTAL, line, line);

            assertThat(figures(taxed)).containsExactly(3178L, 489L, 3667L);
            assertThat(taxed.totals()).extracting(Taxed.Total::taxMinor).containsExactly(191L, 191L, 107L);
            assertThat(taxed.totals()).extracting(Taxed.Total::baseMinor).containsExactly(3178L, 3178L, 3559L);
            assertThat(taxed.lines()).extracting(Taxed.Line::taxMinor).containsExactly(246L, 243L);
        }
    }

    @Nested
    class FixedTaxes {

        private static final Tax DEPOSIT = new Tax("fixed", Kind.FIXED, 1_000_000, true, true, true, "fixed");

        @Test
        void theyAreDueForEachUnit() {
            Tax five = new Tax("five", Kind.FIXED, 5_000_000, false, false, true, "five");

            assertThat(figures(tax(Level.PER_LINE, line(5, "10000", five)))).containsExactly(10000L, 2500L, 12500L);
        }

        @Test
        void theyGoTheWayTheMoneyGoesAndElseTheWayTheGoodsGo() {
            Taxed taxed =
                    tax(Level.PER_TOTAL, line(-1, "2000", DEPOSIT), line(-1, "0", DEPOSIT), line(1, "-2000", DEPOSIT));

            assertThat(taxed.lines()).extracting(Taxed.Line::taxMinor).containsExactly(100L, -100L, -100L);
            assertThat(figures(taxed)).containsExactly(100L, -100L, 0L);
        }

        @Test
        void theyCanBePartOfTheBaseOfATaxInTheSamePrice() {
            Taxed.Line line = tax(Level.PER_LINE, line("2153", DEPOSIT, inPrice("21")))
                    .lines()
                    .get(0);

            assertThat(parts(line)).containsExactly(1679L, 100L, 1779L, 374L);
        }

        @Test
        void theyAreLeftOutOfWhatADiscountCanLower() {
            Taxed rest = TaxCalculator.of(EUR, new TaxPolicy(Placement.IN_PRICE, Level.PER_LINE, RoundingMode.HALF_UP))
                    .taxWithoutFixed(List.of(line("2153", DEPOSIT, inPrice("21"))));

            assertThat(figures(rest)).containsExactly(1679L, 353L, 2032L);
        }
    }

    @Nested
    class Amounts {

        /** Both ways of working it out: that of plain receipts, and that of all others, where a line is a fraction. */
        @Test
        void moneyThatGoesBackIsMirroredAlsoWhereItsTaxIsRoundedToNothing() {
            Taxable[] back = {line("107", onTop("4")), line("107", onTop("4")), line(-1, "-220", onTop("4"))};
            Taxable[] exactly = {
                line("107.00", onTop("4")), line("107", onTop("4")), line(-1, "-220.000001", onTop("4"))
            };

            Taxed plain = tax(Level.PER_TOTAL, RoundingMode.DOWN, back);
            Taxed other = tax(Level.PER_TOTAL, RoundingMode.DOWN, exactly);

            assertThat(plain.taxMinor()).isZero();
            assertThat(plain.lines()).extracting(Taxed.Line::taxMinor).containsExactly(4L, 5L, -9L);
            assertThat(other.lines()).extracting(Taxed.Line::taxMinor).containsExactly(4L, 5L, -9L);
        }

        @Test
        void partsOfACentAreGivenOutSoThatTheLinesSumToTheWhole() {
            Taxable line = line(5, "2357.5", ON_TOP_21);

            Taxed taxed = tax(Level.PER_LINE, line, line, line, line, line, line);

            assertThat(figures(taxed)).containsExactly(14145L, 2970L, 17115L);
            assertThat(taxed.lines())
                    .extracting(Taxed.Line::netMinor)
                    .containsExactly(2358L, 2358L, 2358L, 2357L, 2357L, 2357L);
        }

        @Test
        void amountsMayGoByStepsLargerThanTheMinorUnit() {
            TaxCalculator steps = TaxCalculator.ofSteps(
                    new BigDecimal("0.05"), new TaxPolicy(Placement.IN_PRICE, Level.PER_LINE, RoundingMode.HALF_UP));

            Taxed taxed = steps.tax(List.of(line("1000", inPrice("5"))));

            assertThat(figures(taxed)).containsExactly(952L, 48L, 1000L); // 47.60, 2.40 and 50.00
        }

        @Test
        void aFixedTaxIsCountedInTheCurrencysMinorUnits() {
            Tax tax = new Tax("fixed", Kind.FIXED, 2_345_000, false, false, true, "fixed");
            TaxPolicy policy = new TaxPolicy(Placement.ON_TOP, Level.PER_LINE, RoundingMode.HALF_UP);

            assertThat(TaxCalculator.of(Currency.of("JPY"), policy)
                            .tax(List.of(line("100", tax)))
                            .taxMinor())
                    .isEqualTo(2);
            assertThat(TaxCalculator.of(Currency.of("KWD"), policy)
                            .tax(List.of(line("100", tax)))
                            .taxMinor())
                    .isEqualTo(2345);
        }

        @Test
        void whatIsBeyondALongThrowsAndNeverWraps() {
            Taxable most = line(String.valueOf(Long.MAX_VALUE), ON_TOP_21);

            for (Level level : Level.values()) {
                assertThatThrownBy(() -> tax(level, most)).isInstanceOf(ArithmeticException.class);
            }
        }

        @Test
        void aLargeAmountIsExactToTheLastUnit() {
            assertThat(tax(Level.PER_LINE, line("4000000000000000001", onTop("10")))
                            .taxMinor())
                    .isEqualTo(400000000000000000L);
            assertThat(tax(Level.PER_TOTAL, line("4000000000000000005", onTop("10")))
                            .taxMinor())
                    .isEqualTo(400000000000000001L);
        }
    }

    @Nested
    class ExemptCustomers {

        private final Taxable line = line("12100", inPrice("21"));

        @Test
        void payThePriceWithoutItsTax() {
            Taxed taxed = TaxCalculator.of(EUR, new TaxPolicy(Placement.IN_PRICE, Level.PER_LINE, RoundingMode.HALF_UP))
                    .taxExempt(List.of(line));

            assertThat(figures(taxed)).containsExactly(10000L, 0L, 10000L);
            assertThat(parts(taxed.lines().get(0))).containsExactly(10000L, 0L);
        }

        @Test
        void orThePriceAsItIs() {
            TaxPolicy policy =
                    new TaxPolicy(Placement.IN_PRICE, Level.PER_LINE, RoundingMode.HALF_UP, Exemption.KEEP_GROSS);

            assertThat(figures(TaxCalculator.of(EUR, policy).taxExempt(List.of(line))))
                    .containsExactly(12100L, 0L, 12100L);
        }
    }

    @Nested
    class OtherTaxes {

        private final TaxCalculator calculator =
                TaxCalculator.of(EUR, new TaxPolicy(Placement.IN_PRICE, Level.PER_LINE, RoundingMode.HALF_UP));

        @Test
        void aPriceWithOtherTaxInItLeavesTheSameNet() {
            assertThat(calculator.withSameNet(line("12100", inPrice("21")), List.of(inPrice("6"))))
                    .isEqualTo(10600);
        }

        @Test
        void aPriceWithoutItsTaxStaysItself() {
            assertThat(calculator.withSameNet(line("10000", onTop("15")), List.of(inPrice("6"))))
                    .isEqualTo(10000);
        }
    }
}
