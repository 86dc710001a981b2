package org.tillwright.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.gs1.Gs1Problem;
import org.tillwright.core.scan.ScanResult.Misread;
import org.tillwright.core.scan.ScanResult.Plain;
import org.tillwright.core.scan.ScanResult.Problem;

/** A GS1 label that breaks a rule is told, with the rule and the place. */
class BrokenLabelTest {

    private static final ScanRules RULES = ScanRules.of(2026, 2);

    @Test
    void aBrokenLabelNamesItsFault() {
        Misread misread = (Misread) Scan.read("]d2010400638133393217281231", RULES);

        assertThat(misread.problem()).isEqualTo(Problem.GS1);
        assertThat(misread.gs1()).isEqualTo(Gs1Problem.INCORRECT_CHECK_DIGIT);
        assertThat(misread.ai()).isEqualTo("01");
    }

    @ParameterizedTest
    @CsvSource({
        "(01)04006381333932, INCORRECT_CHECK_DIGIT, 01",
        "(10), VALUE_TOO_SHORT, 10",
        "(17)281332, ILLEGAL_MONTH, 17",
        "(04)1, UNKNOWN_IDENTIFIER, 04",
        "(01)04006381333931(37)5, IDENTIFIERS_EXCLUDE_EACH_OTHER, 01",
        "]C1010400638133393117281231Z, UNKNOWN_IDENTIFIER, Z"
    })
    void aBrokenLabelNamesItsFaultAlsoWhenItIsKeyed(String code, Gs1Problem problem, String ai) {
        Misread misread = (Misread) Scan.read(code, RULES);

        assertThat(misread.gs1()).isEqualTo(problem);
        assertThat(misread.ai()).isEqualTo(ai);
    }

    @Test
    void bracketsAroundSomethingElseAreAText() {
        assertThat(Scan.read("(A)12", RULES)).isInstanceOf(Plain.class);
        assertThat(Scan.read("(", RULES)).isInstanceOf(Plain.class);
        assertThat(Scan.read("(123456)", RULES)).isInstanceOf(Plain.class);
    }

    @Test
    void aLabelThatContradictsItselfIsNotBelieved() {
        Misread misread = (Misread) Scan.read("]C1010400638133393110A\u001d10B", RULES);

        assertThat(misread.gs1()).isEqualTo(Gs1Problem.REPEATED_WITH_OTHER_VALUE);
    }
}
