package org.tillwright.register.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JToolTip;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.text.Texts;

/** Goods and customers may be called anything; what they are called is shown and never done. */
class PlainTextTest {

    private static final String NAME =
            "<html><img src='http://127.0.0.1:9/'><object classid='javax.swing.JFileChooser'>";

    @Test
    void aNameThatLooksLikeAPageIsShownAsItIs() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            for (Look look : Look.values()) {
                look.apply();
                NoticeLine notice = new NoticeLine();
                notice.show(Announcement.warning(NAME));
                JToolTip tip = notice.createToolTip();
                tip.setTipText(NAME);
                FiguresLabel figures = new FiguresLabel();
                figures.setText(NAME);
                List<JComponent> all = new ArrayList<>(
                        List.of(new JLabel(NAME), notice, tip, figures, new TouchButton(NAME, TouchButton.Role.PLAIN)));
                all.addAll(rowOf(NAME));
                assertThat(all).allSatisfy(part -> assertThat(part.getClientProperty(BasicHTML.propertyKey))
                        .as("the page that %s makes of it", part.getClass())
                        .isNull());
            }
        });
    }

    private static List<JComponent> rowOf(String name) {
        ChoicePanel panel = new ChoicePanel(Texts.of("en"), id -> {}, () -> {});
        panel.show(new Choices("", "", "", List.of(new Choices.Row("1", name, name, name)), ""));
        List<JComponent> parts = new ArrayList<>();
        collect(panel, parts);
        JList<?> list = parts.stream()
                .filter(JList.class::isInstance)
                .map(part -> (JList<?>) part)
                .findFirst()
                .orElseThrow();
        collect(rendered(list), parts);
        assertThat(parts)
                .anyMatch(
                        part -> part instanceof JLabel label && label.getText().equals(name));
        return parts;
    }

    private static <T> Container rendered(JList<T> list) {
        T row = list.getModel().getElementAt(0);
        return (Container) list.getCellRenderer().getListCellRendererComponent(list, row, 0, false, false);
    }

    private static void collect(Container parent, List<JComponent> parts) {
        for (Component part : parent.getComponents()) {
            if (part instanceof JComponent known) {
                parts.add(known);
                collect(known, parts);
            }
        }
    }
}
