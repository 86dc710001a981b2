package org.tillwright.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;

class TaxPolicyMessageTest {

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void aPolicyTravelsInWords(RoundingMode rounding) {
        TaxPolicy policy = new TaxPolicy(TaxPolicy.Placement.ON_TOP, TaxPolicy.Level.PER_TOTAL, rounding);

        TaxPolicyMessage message = TaxPolicyMessage.of(policy);

        assertThat(message).isEqualTo(new TaxPolicyMessage("ON_TOP", "PER_TOTAL", rounding.name()));
        assertThat(message.policy()).isEqualTo(policy);
    }

    @Test
    void whatIsWrittenWithoutAnExemptionTakesTheTaxOff() {
        assertThat(new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP")
                        .policy()
                        .exemption())
                .isEqualTo(TaxPolicy.Exemption.STRIP_TAX);
    }

    @Test
    void anExemptionTravelsToo() {
        TaxPolicy policy = new TaxPolicy(
                TaxPolicy.Placement.IN_PRICE,
                TaxPolicy.Level.PER_LINE,
                RoundingMode.HALF_UP,
                TaxPolicy.Exemption.KEEP_GROSS);

        assertThat(TaxPolicyMessage.of(policy).exemption()).isEqualTo("KEEP_GROSS");
        assertThat(TaxPolicyMessage.of(policy).policy()).isEqualTo(policy);
        assertThatThrownBy(() -> new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP", "KEEP").policy())
                .hasMessageContaining("taxPolicy.exemption");
    }

    @Test
    void allUnknownWordsAreToldTogether() {
        assertThatThrownBy(() -> new TaxPolicyMessage("BESIDE", "per_line", "ROUND").policy())
                .isInstanceOfSatisfying(MalformedMessageException.class, malformed -> assertThat(malformed.faults())
                        .extracting(Fault::field)
                        .containsExactly("taxPolicy.placement", "taxPolicy.level", "taxPolicy.rounding"));
    }

    @Test
    void aPolicyThatCannotRoundIsRefusedBeforeASaleFailsOnIt() {
        assertThatThrownBy(() -> new TaxPolicyMessage("IN_PRICE", "PER_LINE", "UNNECESSARY").policy())
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("taxPolicy.rounding");
        assertThatThrownBy(() ->
                        new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.UNNECESSARY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
