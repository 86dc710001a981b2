package org.tillwright.core.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.barcode.CodePattern.Fit;
import org.tillwright.core.barcode.CodePattern.Meaning;

class CodePatternTest {

    private static final CodePattern PRICED = CodePattern.of("meat", Meaning.PRICE, "21 IIIII VVVVV C", 2);
    private static final CodePattern CHECKED = CodePattern.of("cheese", Meaning.PRICE, "23 IIIII K VVVV C", 2);
    private static final CodePattern CHECKED_FIVE = CodePattern.of("fish", Meaning.PRICE, "24 IIII K VVVVV C", 2);

    @Test
    void aLabelNamesItsItemByTheCodeWithZerosForThePrice() {
        CodePattern.Reading reading = PRICED.read("2112345015002").orElseThrow();

        assertThat(reading.value()).isEqualTo(1500);
        assertThat(reading.code().key()).isEqualTo("02112345000008");
        assertThat(reading.code().check()).isEqualTo(ScanCode.Check.VALID);
    }

    @Test
    void aLabelMayNameItsItemByThePluAlone() {
        CodePattern plu = new CodePattern("meat", Meaning.PRICE, "21IIIIIVVVVVC", 2, CodePattern.Key.ITEM);

        assertThat(plu.read("2112345015002").orElseThrow().code().key()).isEqualTo("12345");
    }

    @ParameterizedTest(name = "item {1}, value {2}")
    @CsvSource({"23, 12345, 2875", "24, 1234, 14685", "24, 1234, 0"})
    void thePricesOwnCheckDigitIsLookedAt(String prefix, String item, long value) {
        CodePattern pattern = prefix.equals("23") ? CHECKED : CHECKED_FIVE;
        String label = pattern.write(item, value);
        assertThat(pattern.fit(label)).isEqualTo(Fit.FITS);

        int at = pattern.template().indexOf('K');
        char other = label.charAt(at) == '9' ? '0' : (char) (label.charAt(at) + 1);
        String misprinted = label.substring(0, at) + other + label.substring(at + 1, 12);
        assertThat(pattern.fit(misprinted + ScanCode.checkDigit(misprinted))).isEqualTo(Fit.VALUE_CHECK_DIGIT_WRONG);
    }

    @Test
    void thePriceCheckDigitOfTheSpecificationIsPrinted() {
        assertThat(CHECKED.write("12345", 2875).charAt(7)).isEqualTo('9');
        assertThat(CHECKED_FIVE.write("1234", 14685).charAt(6)).isEqualTo('6');
    }

    @ParameterizedTest
    @CsvSource({
        "2112345015003, CHECK_DIGIT_WRONG",
        "2212345015002, NONE",
        "211234501500, NONE",
        "21123450150020, NONE",
        "21123450x5002, NONE",
        "'', NONE"
    })
    void whatIsNoLabelDoesNotFit(String code, Fit fit) {
        assertThat(PRICED.fit(code)).isEqualTo(fit);
        assertThat(PRICED.read(code)).isEmpty();
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource({
        "QUANTITY, 21.....{NNDDD}, 21.....VVVVVC, 3",
        "PRICE,    23.....{NNNDD}, 23.....VVVVVC, 2",
        "DISCOUNT, 22{NN},         22VV*,         0",
        "PRICE,    02.....{NNNND}, 02.....VVVVVC, 1"
    })
    void nomenclaturesAreUnderstood(Meaning meaning, String notation, String template, int decimals) {
        CodePattern pattern = CodePattern.ofNomenclature("imported", meaning, notation);

        assertThat(pattern.template()).isEqualTo(template);
        assertThat(pattern.decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            PRICE,    IIIIIVVVVVC,    must begin with a digit
            PRICE,    21IIIIIC,       places V
            PRICE,    21KVVVC,        four or five
            PRICE,    21IIKKVVVVC,    four or five
            PRICE,    21CIIIVVVV,     at the end
            PRICE,    21XIIIVVVVC,    stands for nothing
            PRICE,    21VVVVVC,       no place I
            PRICE,    21IVVVVVVVVVVC, places V
            QUANTITY, 21IIIIIVVVVVC,  decimals
            """)
    void aLayoutThatCannotBeIsRefusedWithItsName(Meaning meaning, String template, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodePattern.of("odd", meaning, template, null))
                .withMessageStartingWith("Pattern odd: ")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"21.....", "21.....{}", "21.....{DDNN}", "21{NXD}", "21}NN{"})
    void aNotationThatCannotBeReadIsRefused(String notation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodePattern.ofNomenclature("odd", Meaning.PRICE, notation))
                .withMessageStartingWith("Pattern odd: ");
    }

    @Property
    void whatWasPrintedIsRead(@ForAll @IntRange(max = 99_999) int item, @ForAll @IntRange(max = 9_999) int value) {
        String digits = "0".repeat(5 - Integer.toString(item).length()) + item;

        for (CodePattern pattern : java.util.List.of(PRICED, CHECKED)) {
            String label = pattern.write(digits, value);
            CodePattern.Reading reading = pattern.read(label).orElseThrow();
            assertThat(label).hasSize(13);
            assertThat(reading.value()).isEqualTo(value);
            assertThat(reading.code()).isEqualTo(ScanCode.of(pattern.write(digits, 0)));
        }
    }
}
