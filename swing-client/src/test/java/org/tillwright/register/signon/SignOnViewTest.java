package org.tillwright.register.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.text.Texts;

/** The fields of the sign-on, in the real view. */
class SignOnViewTest {

    @Test
    void whoKeyedAWrongNumberBeginsAnewWithEscape() throws InterruptedException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        RegisterFrame.runAndWait(() -> {
            SignOnView view = new SignOnView(Texts.of("en"), (number, pin) -> {});
            JFrame window = new JFrame();
            window.add(view);
            window.setSize(1024, 768);
            window.setVisible(true);
            List<JTextField> fields = fields(view);
            fields.forEach(field -> field.setText("93"));
            Object bound = view.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(KeyStroke.getKeyStroke("ESCAPE"));
            view.getActionMap().get(bound).actionPerformed(new ActionEvent(view, ActionEvent.ACTION_PERFORMED, ""));
            assertThat(fields).extracting(JTextField::getText).containsOnly("");
            window.dispose();
        });
    }

    /** The number's field and the PIN's: those that are seen. */
    private static List<JTextField> fields(Container parent) {
        List<JTextField> found = new ArrayList<>();
        for (Component child : parent.getComponents()) {
            if (child instanceof JTextField field && field.isVisible()) {
                found.add(field);
            } else if (child instanceof Container inner && !(child instanceof JPasswordField)) {
                found.addAll(fields(inner));
            }
        }
        return found;
    }
}
