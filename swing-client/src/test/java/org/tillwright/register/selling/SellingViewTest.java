package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;
import org.tillwright.register.tile.Tile;

/** What Enter takes of what was typed, in the real view: the field is empty by then. */
class SellingViewTest extends CafeTill {

    private SellingView view;
    private JTextField entry;
    private @Nullable JFrame window;

    @AfterEach
    void closeWindow() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            if (window != null) {
                window.dispose();
            }
        });
    }

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

    @Test
    void arrowsChooseAmongWhatASearchFoundAndEnterTakesTheMarkedOne() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            entry.setText("ba");
            view.render(state);
        });
        assertThat(state.tiles()).extracting(Tile::name).containsExactly("Bagel", "Paper bag");
        assertThat(state.marked()).isZero();
        press("DOWN");
        assertThat(state.marked()).isEqualTo(1);
        press("DOWN");
        assertThat(state.marked()).as("the last one").isEqualTo(1);
        RegisterFrame.runAndWait(() -> {
            entry.postActionEvent();
            view.render(state);
        });
        assertThat(state.cart().rows()).extracting(CartRow::description).containsExactly("Paper bag");
        assertThat(state.marked()).as("nothing is searched").isEqualTo(-1);
    }

    @Test
    void aQuantityBeforeTheFirstItemStaysAndIsAnswered() throws InterruptedException {
        RegisterFrame.runAndWait(() -> entry.setText("3"));
        press("F2");
        assertThat(entry.getText()).isEqualTo("3");
        assertThat(state.notice().text()).isEqualTo("Scan an item first.");
    }

    @Test
    void escapeDropsWhatWasTypedSoThatTheNextSearchBeginsAnew() throws InterruptedException {
        RegisterFrame.runAndWait(() -> {
            entry.setText("ba");
            view.render(state);
        });
        press("ESCAPE");
        assertThat(entry.getText()).isEmpty();
        assertThat(state.department()).isNotEmpty();
    }

    /** Does what the view bound to a key while it is seen. */
    private void press(String key) throws InterruptedException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display: run under xvfb-run to test the window");
        RegisterFrame.runAndWait(() -> {
            if (window == null) {
                window = new JFrame();
                window.add(view);
                window.setSize(1024, 768);
                window.setVisible(true);
            }
            Object bound = view.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(KeyStroke.getKeyStroke(key));
            assertThat(bound).as(key).isNotNull();
            view.getActionMap().get(bound).actionPerformed(new ActionEvent(view, ActionEvent.ACTION_PERFORMED, key));
            view.render(state);
        });
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
