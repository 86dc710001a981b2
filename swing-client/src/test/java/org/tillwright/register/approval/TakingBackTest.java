package org.tillwright.register.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ApprovalMessage;

/** What was done to the sale is taken back, and what is taken off is written down. */
class TakingBackTest extends ApprovingTill {

    @Test
    void theLastChangesAreTakenBackOneAfterTheOther() throws Exception {
        model.entered("SOAP");
        model.function("DISCOUNT", "10");
        choose("DAMAGED");
        model.voidLine();
        choose("MISTAKE");
        assertThat(register.sale.lines()).isEmpty();
        model.function("UNDO", "");
        assertThat(state.notice().text()).isEqualTo("Taken back: Soap is there again.");
        assertThat(register.sale.total()).isEqualTo(euro(269));
        model.function("UNDO", "");
        assertThat(register.sale.total()).isEqualTo(euro(299));
        model.function("UNDO", "");
        assertThat(state.notice().text()).isEqualTo("Taken back: Soap is off or less.");
        assertThat(register.sale.lines()).isEmpty();
        model.function("UNDO", "");
        assertThat(state.notice().text()).isEqualTo("There is nothing to take back.");
        assertThat(register.events()).containsExactly("LINE_VOIDED", "LINE_UNDONE");
        model.entered("SOAP");
        assertThat(register.sale.lines().get(0).number())
                .as("numbers are not given out again")
                .isEqualTo(2);
    }

    @Test
    void whoMayNotVoidCannotVoidByTakingBack() throws Exception {
        register.sale.signedOn(TestStore.NO_RIGHTS, Texts.of("en"));
        model.entered("SOAP");
        model.function("UNDO", "");
        assertThat(Objects.requireNonNull(state.prompt()).title()).startsWith("Approval: taking goods off");
        approve("1", TestStore.PIN);
        assertThat(register.sale.lines()).isEmpty();
        assertThat(approvals()).extracting(ApprovalMessage::action).containsExactly("UNDO");
    }

    @Test
    void aLineMadeLessIsWrittenDownWithItsReason() throws Exception {
        model.entered("SOAP");
        model.quantity("3");
        model.quantity("2");
        choose("MISTAKE");
        assertThat(register.sale.total()).isEqualTo(euro(598));
        assertThat(register.events()).containsExactly("QUANTITY_LOWERED");
    }

    @Test
    void whatCannotBeReadIsToldAndZeroTakesDiscountsOff() {
        model.entered("SOAP");
        model.function("DISCOUNT", "");
        model.entered("ten");
        assertThat(state.notice().text()).isEqualTo("ten is no percentage and no amount. Key one such as 10.");
        model.entered("0,20");
        choose("DAMAGED");
        assertThat(register.sale.total()).isEqualTo(euro(279));
        model.function("DISCOUNT", "0");
        assertThat(state.notice().text()).isEqualTo("The discount is off. Total 2.99.");
        assertThat(register.sale.total()).isEqualTo(euro(299));
    }
}
