package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"1234", "0000", "4321", "7890", "2109", "1212", "123123", "99999999", "12341234", "87654321"})
    void whatEverybodyTriesFirstIsNoPin(String pin) {
        assertThat(PinRules.reasonsAgainst(pin, "1")).containsExactly(OperatorReason.PIN_TRIVIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7311", "1235", "482913", "55155", "12213", "90210", "13579"})
    void otherDigitsWillDo(String pin) {
        assertThat(PinRules.reasonsAgainst(pin, "1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "123456789", "12a4", "12 45", "١٢٣٤٥"})
    void aPinIsFourToEightDigits(String pin) {
        assertThat(PinRules.reasonsAgainst(pin, "1")).containsExactly(OperatorReason.PIN_UNSOUND);
    }

    @Test
    void theNumberThatEverybodySeesIsNoPin() {
        assertThat(PinRules.reasonsAgainst("4711", "4711")).containsExactly(OperatorReason.PIN_IS_NUMBER);
    }

    @Test
    void aMadePinPassesTheSameRules() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 5_000; i++) {
            assertThat(PinRules.reasonsAgainst(PinRules.make(random), "1")).isEmpty();
        }
    }
}
