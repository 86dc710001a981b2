package org.tillwright.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.barcode.CodePattern;
import org.tillwright.core.barcode.CodePattern.Meaning;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.gs1.Coupon;
import org.tillwright.core.scan.ScanResult.Ambiguous;
import org.tillwright.core.scan.ScanResult.Asks;
import org.tillwright.core.scan.ScanResult.Discount;
import org.tillwright.core.scan.ScanResult.Elements;
import org.tillwright.core.scan.ScanResult.Item;
import org.tillwright.core.scan.ScanResult.Measure;
import org.tillwright.core.scan.ScanResult.Misread;
import org.tillwright.core.scan.ScanResult.Plain;
import org.tillwright.core.scan.ScanResult.Problem;

class ScanTest {

    private static final CodePattern PRICE = CodePattern.of("meat", Meaning.PRICE, "21 IIIII VVVVV C", 2);
    private static final CodePattern WEIGHT = CodePattern.of("fruit", Meaning.QUANTITY, "23 IIIII VVVVV C", 3);
    private static final CodePattern CHECKED = CodePattern.of("cheese", Meaning.PRICE, "24 IIIII K VVVV C", 2);
    private static final CodePattern OFF = CodePattern.ofNomenclature("off", Meaning.DISCOUNT, "22{NN}");
    private static final ScanRules RULES = ScanRules.of(2026, 2)
            .withPatterns(List.of(PRICE, WEIGHT, CHECKED, OFF))
            .withCurrencyNumber(978);

    private static final String LABEL = "010400638133393117281231" + "10AB\u001d21X";

    @ParameterizedTest(name = "{0} is found under {1}")
    @CsvSource({
        "4006381333931, 04006381333931",
        "]E04006381333931, 04006381333931",
        "]E0036000291452, LENGTH",
        "]E00036000291452, 00036000291452",
        "036000291452, 00036000291452",
        "40170725, 00000040170725",
        "]E440170725, 00000040170725",
        "10614141000415, 10614141000415",
        "]I110614141000415, 10614141000415",
        "06543217, 00065100004327",
        "]E0400638133393112, LENGTH"
    })
    void aNumberIsAnItem(String input, String key) {
        ScanResult result = Scan.read(input, RULES);

        if (key.equals("LENGTH")) {
            assertThat(result).isInstanceOfSatisfying(Misread.class, misread -> assertThat(misread.problem())
                    .isEqualTo(Problem.LENGTH));
        } else {
            assertThat(result).isEqualTo(Item.of(item(result).code()));
            assertThat(item(result).code().key()).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333932, CHECK_DIGIT",
        "]E04006381333932, CHECK_DIGIT",
        "]E4123456789, LENGTH",
        "]E012345678x0123, NOT_DIGITS",
        "2112345015003, CHECK_DIGIT",
        "2412345028750, CHECK_DIGIT"
    })
    void aMisreadNumberIsNoItem(String input, Problem problem) {
        assertThat(((Misread) Scan.read(input, RULES)).problem()).isEqualTo(problem);
    }

    @Test
    void aNumberInATextSymbolNeedsNoCheckDigit() {
        assertThat(Scan.read("]C04006381333932", RULES)).isEqualTo(new Plain(ScanCode.of("4006381333932")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coffee",
                "4711",
                "12345",
                "https://shop.example/offers",
                "000201010212385",
                "]??x",
                "(x)",
                "]C0A-1"
            })
    void whatNoStandardKnowsIsPlain(String input) {
        assertThat(Scan.read(input, RULES)).isInstanceOf(Plain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n"})
    void nothingIsPlain(String input) {
        assertThat(Scan.read(input, RULES)).isEqualTo(new Plain(ScanCode.of("")));
    }

    @Test
    void aShortCodeThatIsRightInTwoWaysIsToldSo() {
        Ambiguous both = (Ambiguous) Scan.read("01234565", RULES);

        assertThat(both.candidates())
                .extracting(candidate -> item(candidate).code().key())
                .containsExactly("00000001234565", "00012345000065");
        assertThat(item(Scan.read("]E401234565", RULES)).code().key()).isEqualTo("00000001234565");
        assertThat(item(Scan.read("01234565", RULES.withoutUpcE())).code().key())
                .isEqualTo("00000001234565");
    }

    // ---- labels of scales ----

    @Test
    void aPriceLabelGivesThePrintedPriceExactly() {
        Item meat = item(Scan.read("]E02112345015002", RULES));

        assertThat(meat.priceMinor()).isEqualTo(1500);
        assertThat(meat.measure()).isNull();
        assertThat(meat.code().key()).isEqualTo("02112345000008");
    }

    @Test
    void aWeightLabelGivesThousandths() {
        Item fruit = item(Scan.read(WEIGHT.write("12345", 1500), RULES));

        assertThat(fruit.measure()).isEqualTo(new Measure(1500, null));
        assertThat(fruit.priceMinor()).isNull();
    }

    @ParameterizedTest(name = "{0} / 10^{1} in a currency of {2} digits is {3}")
    @CsvSource({
        "1250, 2, 2, 1250",
        "1250, 1, 2, 12500",
        "1250, 0, 2, 125000",
        "1200, 2, 0, 12",
        "1250, 2, 0, PRICE_TOO_FINE",
        "1250, 2, 3, 12500",
        "1250, 3, 3, 1250",
        "1250, 3, 2, 125",
        "1255, 3, 2, PRICE_TOO_FINE",
        "1250, , 0, 1250",
        "1250, , 3, 1250"
    })
    void aPriceIsTheSameInEveryCurrency(long value, Integer decimals, int digits, String expected) {
        CodePattern pattern = CodePattern.of("any", Meaning.PRICE, "20 IIIII VVVVV C", decimals);
        ScanRules rules = ScanRules.of(2026, digits).withPatterns(List.of(pattern));

        ScanResult result = Scan.read(pattern.write("12345", value), rules);

        assertThat(
                        result instanceof Misread misread
                                ? misread.problem().name()
                                : String.valueOf(item(result).priceMinor()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource({"02, 1500", "20, 1500", "21, 15000", "22, 150000", "23, 1500", "24, 15000", "25, 150000"})
    void labelsOfAnotherSystemAreReadAsThere(String prefix, long expected) {
        ScanRules rules = ScanRules.of(2026, 2).withPatterns(CodePattern.ofUniCenta());
        String body = prefix + "1234501500";
        Item item = item(Scan.read(body + ScanCode.checkDigit(body), rules));
        Measure measure = item.measure();

        assertThat(rules.faults()).isEmpty();
        assertThat(measure == null ? item.priceMinor() : Long.valueOf(measure.milli()))
                .isEqualTo(expected);
    }

    @Test
    void aLabelWithoutAValueAsksForIt() {
        assertThat(Scan.read(PRICE.write("12345", 0), RULES))
                .isEqualTo(new Asks(ScanCode.of("2112345000008"), Meaning.PRICE));
        assertThat(Scan.read(WEIGHT.write("12345", 0), RULES))
                .isInstanceOfSatisfying(
                        Asks.class, asks -> assertThat(asks.meaning()).isEqualTo(Meaning.QUANTITY));
    }

    @Test
    void aMisprintedPriceIsNotBelieved() {
        String label = CHECKED.write("12345", 2875);
        String body = label.substring(0, 8) + "2876";

        assertThat(((Misread) Scan.read(body + ScanCode.checkDigit(body), RULES)).problem())
                .isEqualTo(Problem.PRICE_CHECK_DIGIT);
    }

    @Test
    void aPercentageIsRead() {
        String code = "221500000000";
        assertThat(Scan.read(code + ScanCode.checkDigit(code), RULES)).isEqualTo(new Discount(150_000));
    }

    @Test
    void aLabelOfTwoLayoutsIsToldWithBothMeanings() {
        CodePattern weight = CodePattern.of("scale", Meaning.QUANTITY, "21 IIIII VVVVV C", 3);
        ScanRules rules = ScanRules.of(2026, 2).withPatterns(List.of(PRICE, weight));

        Ambiguous both = (Ambiguous) Scan.read("2112345015002", rules);

        assertThat(both.candidates())
                .extracting(candidate -> item(candidate).priceMinor())
                .containsExactly(1500L, null);
        assertThat(rules.faults()).containsExactly("Patterns meat and scale take the same codes");
        assertThat(RULES.faults()).isEmpty();
        assertThat(ScanRules.of(2026, 2).withPatterns(List.of(PRICE, PRICE)).faults())
                .containsExactly("There are two patterns meat");
    }

    @Test
    void twoLayoutsWithOneMeaningAreNotAmbiguous() {
        CodePattern same = CodePattern.of("other name", Meaning.PRICE, "21 ..... VVVVV C", 2);

        assertThat(Scan.read("2112345015002", ScanRules.of(2026, 2).withPatterns(List.of(PRICE, same))))
                .isInstanceOf(Item.class);
    }

    @Test
    void aUpcOfTwelveDigitsIsTheEanWithAZero() {
        CodePattern american = CodePattern.of("random weight", Meaning.PRICE, "02 IIIII K VVVV C", 2);
        ScanRules rules = ScanRules.of(2026, 2).withPatterns(List.of(american));
        String ean = american.write("12345", 2875);

        assertThat(Scan.read(ean.substring(1), rules)).isEqualTo(Scan.read("]E0" + ean, rules));
        assertThat(item(Scan.read(ean, rules)).priceMinor()).isEqualTo(2875);
    }

    @Property
    void theLineIsWhatTheLabelSays(
            @ForAll @IntRange(max = 99_999) int plu, @ForAll @IntRange(min = 1, max = 99_999) int cents) {
        String digits = "0".repeat(5 - Integer.toString(plu).length()) + plu;

        assertThat(item(Scan.read(PRICE.write(digits, cents), RULES)).priceMinor())
                .isEqualTo(cents);
    }

    // ---- GS1 ----

    @ParameterizedTest
    @ValueSource(strings = {"]C1", "]d2", "]Q3", "]J1", "]e0", "\u001d", ""})
    void aLabelIsReadFromEverySymbol(String mark) {
        Item item = item(Scan.read(mark + LABEL, RULES));

        assertThat(item.code().key()).isEqualTo("04006381333931");
        assertThat(item.trace().lot()).isEqualTo("AB");
        assertThat(item.trace().serial()).isEqualTo("X");
        assertThat(item.trace().useBy()).isEqualTo(LocalDate.of(2028, 12, 31));
    }

    @Test
    void aKeyedLabelIsReadToo() {
        assertThat(Scan.read("^010400638133393117281231", RULES))
                .isEqualTo(Scan.read("(01)04006381333931(17)281231", RULES))
                .isEqualTo(Scan.read("https://id.gs1.org/01/04006381333931?17=281231", RULES));
    }

    @Test
    void aLabelWithoutAMarkMayBeANumberOfTheShop() {
        Ambiguous both = (Ambiguous) Scan.read("010400638133393117281231", RULES);

        assertThat(both.candidates()).hasSize(2);
        assertThat(item(both.candidates().get(0)).trace().useBy()).isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(both.candidates().get(1)).isInstanceOf(Plain.class);
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource({
        "(3103)000195, 195, kg",
        "(3100)000002, 2000, kg",
        "(3105)123456, 1235, kg",
        "(3104)012345, 1235, kg",
        "(3152)000075, 750, l",
        "(3112)000150, 1500, m",
        "(3142)000150, 1500, m2",
        "(3202)000150, 1500, lb",
        "(30)12, 12000, piece",
        "(30)12(3103)000195, 195, kg"
    })
    void aLabelSaysHowMuchThereIs(String elements, long milli, String unit) {
        assertThat(item(Scan.read("(01)09521234543213" + elements, RULES)).measure())
                .isEqualTo(new Measure(milli, unit));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "(3922)0299, 299",
        "(3920)3, 300",
        "(3921)25, 250",
        "(3923)2990, 299",
        "(3923)2995, PRICE_TOO_FINE",
        "(3932)9780299, 299",
        "(3932)2080299, OTHER_CURRENCY",
        "(3920)999999999999999, 99999999999999900"
    })
    void aLabelSaysWhatToPay(String price, String expected) {
        ScanResult result = Scan.read("(01)09521234543213(3103)000195" + price, RULES);

        assertThat(
                        result instanceof Misread misread
                                ? misread.problem().name()
                                : String.valueOf(item(result).priceMinor()))
                .isEqualTo(expected);
    }

    @Test
    void aCompositeSaysMoreOfTheSameItem() {
        Item item = item(Scan.read("]E04006381333931|]e01728123110AB", RULES));

        assertThat(item.code().key()).isEqualTo("04006381333931");
        assertThat(item.trace().lot()).isEqualTo("AB");
    }

    @Test
    void aMagazineKeepsItsIssue() {
        Item item = item(Scan.read("]E3977147396801242", RULES));

        assertThat(item.code().key()).isEqualTo("09771473968012");
        assertThat(item.trace().addOn()).isEqualTo("42");
    }

    @Test
    void aCouponIsNoItem() {
        Elements label = (Elements) Scan.read("]e081101061414165432132501101203140131", RULES);

        assertThat(label.coupon()).isNotNull();
        assertThat(label.coupon().kind()).isEqualTo(Coupon.Kind.NORTH_AMERICAN);
        assertThat(label.coupon().savingHundredths()).isEqualTo(250);
        assertThat(((Elements) Scan.read("(00)123456789012345675", RULES)).coupon())
                .isNull();
    }

    // ---- anything ----

    @Property(tries = 5_000)
    void noInputMakesTheDoorStumble(@ForAll("inputs") String input) {
        assertThat(Scan.read(input, RULES)).isNotNull();
        assertThat(Scan.read(input, RULES)).isEqualTo(Scan.read(input, RULES));
    }

    @Test
    void anEndlessInputIsRefused() {
        assertThat(((Misread) Scan.read("1".repeat(10_000), RULES)).problem()).isEqualTo(Problem.LENGTH);
    }

    @Test
    void aCurrencyOfTenDigitsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScanRules.of(2026, 10));
    }

    @Provide
    Arbitrary<String> inputs() {
        Arbitrary<String> marks = Arbitraries.of(
                "", "]E0", "]E3", "]E4", "]C0", "]C1", "]d2", "]Q1", "]Q3", "]e0", "]J1", "]", "^", "\u001d", "(01)");
        Arbitrary<String> bodies = Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(30),
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of(
                        "2112345015002",
                        "https://a/01/04006381333931",
                        "https://",
                        "|]e0",
                        LABEL,
                        "2112345015002|]e010A"));
        return marks.flatMap(mark -> bodies.map(body -> mark + body));
    }

    private static Item item(ScanResult result) {
        assertThat(result).isInstanceOf(Item.class);
        return (Item) result;
    }
}
