package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;

/** What Enter takes of what was typed, in the real view: the field is empty by then. */
class SellingViewTest extends CafeTill {

    private SellingView view;
    private JTextField entry;

    @BeforeEach
    void openView() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            view = new SellingView(Texts.of("en"), new PictureShelf(id -> Optional.empty(), Runnable::run), model);
            view.render(state);
            entry = fields(view).stream()
                    .filter(field -> !(field instanceof JPasswordField))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Test
    void enterTakesTheFirstThingThatASearchFound() throws InterruptedException {
        type("soa");
        assertThat(state.cart().rows()).extracting(CartRow::description).containsExactly("Soap");
        assertThat(entry.getText()).isEmpty();
        assertThat(state.department()).as("the search is over").isNotEmpty();
    }

    @Test
    void enterTakesTheRowThatTypingLeftAndTheListIsWholeForTheNext() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            model.scanned(TestStore.MILK_CODE);
            model.function(FunctionId.INSTRUCTION.name(), "");
            view.render(state);
        });
        type("very cold");
        assertThat(below(0)).containsExactly("» very cold");
    }

    private void type(String text) throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            entry.setText(text);
            view.render(state);
            entry.postActionEvent();
            view.render(state);
        });
    }

    private static List<JTextField> fields(Container parent) {
        List<JTextField> found = new ArrayList<>();
        for (Component child : parent.getComponents()) {
            if (child instanceof JTextField field) {
                found.add(field);
            } else if (child instanceof Container container) {
                found.addAll(fields(container));
            }
        }
        return found;
    }
}
