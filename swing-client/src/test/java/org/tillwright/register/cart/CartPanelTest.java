package org.tillwright.register.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.tillwright.register.component.Look;
import org.tillwright.register.text.Texts;

/** The lines of a sale, as they are seen and read out. */
class CartPanelTest {

    @Test
    void aScreenReaderReadsEveryLine() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            JList<?> list = listOf(2, 2);
            assertThat(list.getAccessibleContext()
                            .getAccessibleChild(1)
                            .getAccessibleContext()
                            .getAccessibleName())
                    .isEqualTo("1 Goods 2 1.00");
        });
    }

    @Test
    void whatCameWithTheNewLineIsInSightToo() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            JList<?> list = listOf(9, 8);
            Rectangle seen = list.getVisibleRect();
            assertThat(seen.contains(list.getCellBounds(7, 7))).isTrue();
            assertThat(seen.contains(list.getCellBounds(8, 8))).isTrue();
        });
    }

    /** Rings up goods one line after the other; at the end a line is chosen that may have others behind it. */
    private static JList<?> listOf(int lines, int chosen) {
        Look.LIGHT.apply();
        CartPanel panel = new CartPanel(Texts.of("en"), line -> {});
        panel.setSize(400, 300);
        List<CartRow> rows = new ArrayList<>();
        for (int number = 1; number <= lines; number++) {
            rows.add(new CartRow(number, "1", "Goods " + number, "", "1.00", List.of(), false));
        }
        for (List<CartRow> shown : List.of(rows.subList(0, lines - 1), rows)) {
            panel.render(new CartState(shown, Math.min(chosen, shown.size()), "Total", "9.00", "", "", false));
            layOut(panel);
        }
        JList<?> list = list(panel).orElseThrow();
        list.ensureIndexIsVisible(list.getSelectedIndex());
        return list;
    }

    private static Optional<JList<?>> list(Container parent) {
        for (Component child : parent.getComponents()) {
            if (child instanceof JList<?> found) {
                return Optional.of(found);
            }
            Optional<JList<?>> inside = child instanceof Container inner ? list(inner) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
