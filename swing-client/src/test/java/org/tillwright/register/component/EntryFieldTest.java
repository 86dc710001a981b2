package org.tillwright.register.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.text.Texts;

/** The field that has the cursor must not keep to itself what the screen around it is to do. */
class EntryFieldTest {

    @ParameterizedTest
    @EnumSource(FunctionId.class)
    void noKeyOfAFunctionEndsInTheField(FunctionId function) {
        KeyStroke key = KeyStroke.getKeyStroke(function.key(Texts.of("en")).keyStroke());
        for (JTextComponent field : fields(new EntryField("Scan or search"))) {
            Object doing = field.getInputMap(JComponent.WHEN_FOCUSED).get(key);
            assertThat(doing == null ? null : field.getActionMap().get(doing))
                    .as("what a text field does with " + key)
                    .isNull();
        }
    }

    @Test
    void theFieldHasAnOpenAndASecretSide() {
        assertThat(fields(new EntryField("PIN"))).hasSize(2);
    }

    @Test
    void aFieldThatAsksForNothingStillHasAName() {
        EntryField entry = new EntryField("Scan or search");
        entry.describe("");
        assertThat(fields(entry))
                .extracting(field -> field.getAccessibleContext().getAccessibleName())
                .containsOnly("Scan or search");
    }

    private static List<JTextComponent> fields(Container parent) {
        List<JTextComponent> found = new ArrayList<>();
        for (Component part : parent.getComponents()) {
            if (part instanceof JTextComponent field) {
                found.add(field);
            } else if (part instanceof Container inner) {
                found.addAll(fields(inner));
            }
        }
        return found;
    }
}
