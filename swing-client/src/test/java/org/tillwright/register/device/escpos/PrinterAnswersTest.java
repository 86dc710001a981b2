package org.tillwright.register.device.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.device.escpos.PrinterAnswers.Kind.IN_TURN;
import static org.tillwright.register.device.escpos.PrinterAnswers.Kind.OTHER;
import static org.tillwright.register.device.escpos.PrinterAnswers.Kind.PART;
import static org.tillwright.register.device.escpos.PrinterAnswers.Kind.REAL_TIME;
import static org.tillwright.register.device.escpos.PrinterAnswers.Kind.UNASKED;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.escpos.PrinterAnswers.Kind;

class PrinterAnswersTest {

    private static List<Kind> kinds(String hex) {
        var answers = new PrinterAnswers();
        var kinds = new ArrayList<Kind>();
        for (byte each : HexFormat.of().parseHex(hex.replace(" ", ""))) {
            kinds.add(answers.take(each));
        }
        return kinds;
    }

    @Test
    void answersAreToldApartByTheirFixedBits() {
        assertThat(kinds("12 16 1a 32 72 7e")).containsOnly(REAL_TIME);
        assertThat(kinds("00 0f 03")).containsOnly(IN_TURN);
        assertThat(kinds("11 13")).as("XON and XOFF").containsOnly(OTHER);
    }

    @Test
    void anUnaskedStatusIsOneAnswerOfFourBytes() {
        assertThat(kinds("12 1c 00 03 00 12 00"))
                .containsExactly(REAL_TIME, PART, PART, PART, UNASKED, REAL_TIME, IN_TURN);
    }

    @Test
    void anUnaskedStatusThatBrokeOffSwallowsNothingElse() {
        assertThat(kinds("14 00 12")).containsExactly(PART, PART, REAL_TIME);
        assertThat(kinds("14 00 14 00 00 00")).containsExactly(PART, PART, PART, PART, PART, UNASKED);
    }
}
