package org.tillwright.core.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1Test {

    private static final String GTIN = "0104006381333931";

    @Test
    void aLabelIsReadElementByElement() {
        ElementString label = sound(Gs1.parse("^" + GTIN + "1728123110AB-1^21X9", Gs1Rules.STRICT));

        assertThat(label.elements())
                .containsExactly(
                        new Element("01", "04006381333931"),
                        new Element("17", "281231"),
                        new Element("10", "AB-1"),
                        new Element("21", "X9"));
        assertThat(label.value("10")).isEqualTo("AB-1");
        assertThat(label.value("11")).isNull();
        assertThat(label.elements().get(1).title()).isEqualTo("USE BY or EXPIRY");
    }

    @Test
    void aLabelIsWrittenInEveryNotation() {
        ElementString label =
                sound(Gs1.parseBracketed("(01)04006381333931(10)A\\(1(3103)000195(21)X", Gs1Rules.STRICT));

        assertThat(label.toText()).isEqualTo("^" + GTIN + "10A(1^310300019521X");
        assertThat(label.toSymbolData()).isEqualTo(GTIN + "10A(1\u001d310300019521X");
        assertThat(label.toBracketed()).isEqualTo("(01)04006381333931(10)A\\(1(3103)000195(21)X");
        assertThat(Gs1.parseScanned(label.toSymbolData(), Gs1Rules.STRICT)).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(
            textBlock =
                    """
            ^10AB^,              10, FNC1_IDLE
            ^^10AB,              '', FNC1_IDLE
            ^10AB^^21X,          '', FNC1_IDLE
            ^0104006381333931^,  '', FNC1_IDLE
            """)
    void anIdleFnc1IsRefusedOnlyByTheStrict(String text, String ignored, Gs1Problem problem) {
        assertThat(faultOf(Gs1.parse(text, Gs1Rules.STRICT)).problem()).isEqualTo(problem);
        assertThat(Gs1.parse(text, Gs1Rules.LENIENT)).isInstanceOf(ElementString.class);
    }

    @Test
    void anFnc1AfterAPredefinedLengthIsNoFault() {
        assertThat(sound(Gs1.parse("^" + GTIN + "^10AB", Gs1Rules.STRICT)).toText())
                .isEqualTo("^" + GTIN + "10AB");
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(
            textBlock =
                    """
            '',                       '',   FNC1_MISSING
            10AB,                     '',   FNC1_MISSING
            ^,                        '',   NO_ELEMENTS
            ^04123,                   0412, UNKNOWN_IDENTIFIER
            ^1,                       1,    UNKNOWN_IDENTIFIER
            ^3106000195,              3106, UNKNOWN_IDENTIFIER
            ^10,                      10,   VALUE_TOO_SHORT
            ^01040063813339,          01,   VALUE_TOO_SHORT
            ^10ABCDEFGHIJKLMNOPQRSTU, 10,   VALUE_TOO_LONG
            ^0104006381333932,        01,   INCORRECT_CHECK_DIGIT
            ^17281331,                17,   ILLEGAL_MONTH
            ^3932000150,              3932, NOT_ISO4217
            ^7230A,                   7230, VALUE_TOO_SHORT
            ^42352852,                423,  VALUE_TOO_SHORT
            ^8003102112345678900,     8003, NOT_ZERO
            """)
    void aBrokenLabelIsRefusedByName(String text, String ai, Gs1Problem problem) {
        assertThat(Gs1.parse(text, Gs1Rules.LENIENT)).isEqualTo(new Gs1Fault(problem, ai));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(10", "10)AB", "AB", "(10)AB)(", "((10)AB"})
    void bracketsThatDoNotFitAreRefused(String text) {
        assertThat(Gs1.parseBracketed(text, Gs1Rules.LENIENT)).isInstanceOf(Gs1Fault.class);
    }

    @Test
    void aScannedSymbolCannotHoldTheSignForFnc1() {
        assertThat(faultOf(Gs1.parseScanned("10A^B", Gs1Rules.LENIENT)).problem())
                .isEqualTo(Gs1Problem.FNC1_IN_DATA);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            textBlock =
                    """
            (01)04006381333931(10)A,                       right
            (10)A,                                         IDENTIFIER_REQUIRED
            (01)04006381333931(37)5,                       IDENTIFIERS_EXCLUDE_EACH_OTHER
            (01)04006381333931(3103)000195(3102)000019,    IDENTIFIERS_EXCLUDE_EACH_OTHER
            (01)04006381333931(10)A(10)B,                  REPEATED_WITH_OTHER_VALUE
            (01)04006381333931(10)A(10)A,                  right
            (01)04006381333931(3922)150,                   IDENTIFIER_REQUIRED
            (01)04006381333931(3922)150(3103)000195,       right
            (8030)SIG(01)04006381333931,                   IDENTIFIER_REQUIRED
            (8030)SIG(01)04006381333931(21)1,              right
            (8030)SIG(253)2112345678900,                   SERIAL_REQUIRED
            (8030)SIG(253)2112345678900A,                  right
            (00)123456789012345675(02)12345678901231(37)5, right
            """)
    void aWholeLabelMustBelongTogether(String text, String verdict) {
        Gs1Result result = Gs1.parseBracketed(text, Gs1Rules.COMPLETE);

        assertThat(result instanceof Gs1Fault fault ? fault.problem().name() : "right")
                .isEqualTo(verdict);
    }

    @Test
    void atATillOnlyWhatContradictsItselfIsRefused() {
        assertThat(Gs1.parseBracketed("(10)A", Gs1Rules.CONSISTENT)).isInstanceOf(ElementString.class);
        assertThat(Gs1.parseBracketed("(10)A(10)B", Gs1Rules.CONSISTENT)).isInstanceOf(Gs1Fault.class);
    }

    @Test
    void elementsArePutTogetherOnlyIfALabelMaySayThem() {
        assertThat(Gs1.of(java.util.List.of(new Element("10", "A")), Gs1Rules.LENIENT))
                .isInstanceOf(ElementString.class);
        assertThat(Gs1.of(java.util.List.of(new Element("10", "A^")), Gs1Rules.LENIENT))
                .isEqualTo(new Gs1Fault(Gs1Problem.INVALID_CSET82_CHARACTER, "10"));
        assertThat(Gs1.of(java.util.List.of(new Element("04", "1")), Gs1Rules.LENIENT))
                .isEqualTo(new Gs1Fault(Gs1Problem.UNKNOWN_IDENTIFIER, "04"));
        assertThat(Gs1.of(java.util.List.of(), Gs1Rules.LENIENT)).isEqualTo(new Gs1Fault(Gs1Problem.NO_ELEMENTS));
    }

    @Test
    void aTransmissionWithoutEndHasAnEnd() {
        assertThat(faultOf(Gs1.parse("^10A".repeat(3_000), Gs1Rules.LENIENT)).problem())
                .isEqualTo(Gs1Problem.TOO_LONG);
        assertThat(faultOf(Gs1.parse("^10A".repeat(100), Gs1Rules.LENIENT)).problem())
                .isEqualTo(Gs1Problem.TOO_LONG);
    }

    static ElementString sound(Gs1Result result) {
        assertThat(result).isInstanceOf(ElementString.class);
        return (ElementString) result;
    }

    static Gs1Fault faultOf(Gs1Result result) {
        assertThat(result).isInstanceOf(Gs1Fault.class);
        return (Gs1Fault) result;
    }
}
