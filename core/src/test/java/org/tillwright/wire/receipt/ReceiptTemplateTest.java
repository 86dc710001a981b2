package org.tillwright.wire.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.wire.json.Fault;

class ReceiptTemplateTest {

    private static final String WHOLE = "lines\ntotal\ntenders\ntaxes\nbarcode\n";

    @Test
    void theUsualTemplateIsWrittenInItsOwnLanguage() {
        assertThat(ReceiptTemplate.faults(ReceiptTemplate.USUAL_TEXT, "template"))
                .isEmpty();
        assertThat(ReceiptTemplate.usual().steps()).hasSizeGreaterThan(15);
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        List<Fault> faults = ReceiptTemplate.faults(
                """
                lgo
                text bold
                text purple: Hello {nobody}
                pair: left only
                if rain
                  text: Wet {total
                lines
                lines
                rule ==
                else
                else
                """,
                "receipts.template");
        assertThat(faults).allMatch(fault -> fault.field().equals("receipts.template"));
        assertThat(faults.stream().map(Fault::message))
                .anyMatch(told -> told.startsWith("line 1: \"lgo\" is none of logo, shop"))
                .anyMatch(told -> told.startsWith("line 2: \"text\" needs a colon"))
                .anyMatch(told -> told.startsWith("line 3: \"purple\" is none of bold"))
                .anyMatch(told -> told.startsWith("line 3: \"{nobody}\" names nothing; there are shop"))
                .anyMatch(told -> told.startsWith("line 4: \"pair\" needs a colon, and a bar"))
                .anyMatch(told -> told.startsWith("line 5: \"rain\" is no condition; there are copy"))
                .anyMatch(told -> told.startsWith("line 6: \"{\" has no \"}\""))
                .anyMatch(told -> told.startsWith("line 8: \"lines\" stands in line 7 already"))
                .anyMatch(told -> told.startsWith("line 9: \"rule\" takes one sign"))
                .anyMatch(told -> told.startsWith("line 11: \"else\" has no \"if\""))
                .anyMatch(told -> told.startsWith("line 5: \"if\" has no \"end\""))
                .anyMatch(told -> told.equals("A receipt tells its total: add a line \"total\" outside any \"if\"."))
                .anyMatch(told -> told.startsWith("A return begins with a code on the receipt"));
    }

    @Test
    void whatIsNeededMustNotHangOnACondition() {
        assertThat(ReceiptTemplate.faults("lines\ntotal\ntenders\nbarcode\nif customer\ntaxes\nend\n", "t"))
                .extracting(Fault::message)
                .containsExactly("A receipt tells its taxes: add a line \"taxes\" outside any \"if\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text: a\u001bp", "text: a\tb"})
    void nothingInATemplateSteersAPrinter(String line) {
        assertThat(ReceiptTemplate.faults(WHOLE + line + "\n", "t"))
                .extracting(Fault::message)
                .containsExactly("line 6: has a control character; key the line anew.");
    }

    @Test
    void limitsAreTold() {
        assertThat(ReceiptTemplate.faults(WHOLE + "blank\n".repeat(600), "t"))
                .anyMatch(fault -> fault.message().contains("more than 500 lines"));
        assertThat(ReceiptTemplate.faults(WHOLE + "text: " + "a".repeat(300), "t"))
                .anyMatch(fault -> fault.message().contains("longer than 300 characters"));
        assertThat(ReceiptTemplate.faults(WHOLE + "if copy\n".repeat(7) + "end\n".repeat(7), "t"))
                .anyMatch(fault -> fault.message().contains("More than 5 conditions"));
        assertThat(ReceiptTemplate.faults("x\n".repeat(400), "t")).hasSize(50);
    }

    @Test
    void aTemplateOfANewerServerDoesNotStopTheShop() {
        assertThat(ReceiptTemplate.orUsual("hologram\n" + WHOLE)).isSameAs(ReceiptTemplate.usual());
        assertThat(ReceiptTemplate.orUsual(WHOLE).steps()).hasSize(5);
        assertThatThrownBy(() -> ReceiptTemplate.of("hologram")).isInstanceOf(IllegalArgumentException.class);
    }
}
