package org.tillwright.register.tendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.tendering.TenderingState.PaymentRow;
import org.tillwright.register.testing.NoTendering;
import org.tillwright.register.text.Texts;

/** Payments that were taken, and the keys that take them back. */
class PaymentsViewTest {

    private static final KeyStroke UNDO = KeyStroke.getKeyStroke("ctrl Z");

    @Test
    void theKeyboardTakesBackTheLastPaymentAsItUndoesTheLastLine() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            PaymentsView view = new PaymentsView(Texts.of("en"), new NoTendering());
            view.render(List.of(new PaymentRow(0, "Cash", "10.00"), new PaymentRow(1, "Voucher", "5.00")));
            List<TouchButton> keys = keys(view);
            assertThat(keys).hasSize(2);
            assertThat(keys)
                    .filteredOn(key ->
                            key.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(UNDO) != null)
                    .extracting(key -> key.getAccessibleContext().getAccessibleName())
                    .containsExactly("Take back Voucher 5.00");
        });
    }

    private static List<TouchButton> keys(Container parent) {
        List<TouchButton> found = new ArrayList<>();
        for (Component child : parent.getComponents()) {
            if (child instanceof TouchButton key) {
                found.add(key);
            } else if (child instanceof Container inner) {
                found.addAll(keys(inner));
            }
        }
        return found;
    }
}
