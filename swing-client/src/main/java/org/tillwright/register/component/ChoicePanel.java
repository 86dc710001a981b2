package org.tillwright.register.component;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.text.Texts;

/** A list to choose from: arrows and Enter, or a tap. The focus stays in the entry field, where typing narrows it down. */
public final class ChoicePanel extends JPanel {

    private static final int ROW_HEIGHT = 56;

    private final Consumer<String> chosen;
    private final JTextArea title =
            Sentence.of("", Look.semibold(Look.TITLE), Look.colors().text());
    private final JTextArea detail =
            Sentence.of("", Look.regular(Look.BODY), Look.colors().muted());
    private final JTextArea nothing =
            Sentence.of("", Look.regular(Look.LARGE), Look.colors().muted());
    private final DefaultListModel<Choices.Row> rows = new DefaultListModel<>();
    private final JList<Choices.Row> list = new JList<>(rows);
    private List<Choices.Row> shown = List.of();

    public ChoicePanel(Texts texts, Consumer<String> chosen, Runnable left) {
        super(new MigLayout("insets 24, gap 8, wrap 1, hidemode 3", "[grow,fill]", "[][][grow,fill][]"));
        this.chosen = chosen;
        WorkLayout.round(this);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(ROW_HEIGHT);
        list.setCellRenderer(new RowRenderer());
        list.setBackground(Look.colors().surface());
        list.setFocusable(false);
        list.addMouseListener(new Tap());
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(title, "wmin 0");
        add(detail, "wmin 0");
        add(scroll, "wmin 0, hmin 0, grow");
        add(nothing, "wmin 0");
        TouchButton leave = new TouchButton(texts.text("key.cancel"), TouchButton.Role.PLAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        leave.addActionListener(event -> left.run());
        add(leave, "h 64!, w 200!, growx 0");
    }

    /** Shows another list, or the same one changed: then the chosen row stays chosen while it is there. */
    public void show(Choices choices) {
        boolean isSame = choices.title().equals(title.getText());
        Sentence.change(title, choices.title());
        Sentence.change(detail, choices.detail());
        Sentence.change(nothing, choices.nothing());
        list.getAccessibleContext().setAccessibleName(choices.title());
        nothing.setVisible(choices.rows().isEmpty());
        if (!isSame || !choices.rows().equals(shown)) {
            String before = isSame ? selected().orElse("") : "";
            shown = choices.rows();
            rows.clear();
            rows.addAll(shown);
            select(indexOf(choices.marked().isEmpty() ? before : choices.marked()));
        }
    }

    /** The row that Enter takes; empty for an empty list. */
    public Optional<String> selected() {
        return Optional.ofNullable(list.getSelectedValue()).map(Choices.Row::id);
    }

    /** Chooses the row so many further down. */
    public void move(int step) {
        select(Math.max(0, Math.min(rows.size() - 1, list.getSelectedIndex() + step)));
    }

    /** Rows that are in sight at once. */
    public int page() {
        return Math.max(1, list.getVisibleRect().height / ROW_HEIGHT);
    }

    private int indexOf(String id) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(id)) {
                return i;
            }
        }
        return 0;
    }

    private void select(int index) {
        if (!rows.isEmpty()) {
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
    }

    private final class Tap extends MouseAdapter {

        @Override
        public void mouseReleased(MouseEvent event) {
            int index = list.locationToIndex(event.getPoint());
            boolean isOnRow = index >= 0 && list.getCellBounds(index, index).contains(event.getPoint());
            if (isOnRow && SwingUtilities.isLeftMouseButton(event)) {
                chosen.accept(rows.get(index).id());
            }
        }
    }

    /** Two lines at the leading side, a figure at the trailing one. */
    private static final class RowRenderer implements ListCellRenderer<Choices.Row> {

        private final JPanel row = new JPanel(new BorderLayout(12, 0));
        private final JLabel name = new JLabel();
        private final JLabel below = new JLabel();
        private final FiguresLabel figure = new FiguresLabel();

        RowRenderer() {
            JPanel words =
                    new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3, aligny center", "[grow,fill]"));
            words.setOpaque(false);
            name.setFont(Look.regular(Look.BODY));
            below.setFont(Look.regular(Look.SMALL));
            figure.setFont(Look.semibold(Look.BODY));
            words.add(name, "wmin 0");
            words.add(below, "wmin 0");
            row.setBorder(BorderFactory.createEmptyBorder(4, 12, 4, 12));
            row.add(words, BorderLayout.CENTER);
            row.add(figure, BorderLayout.LINE_END);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Choices.Row> list, Choices.Row value, int index, boolean isSelected, boolean hasFocus) {
            Palette colors = Look.colors();
            row.setBackground(isSelected ? colors.accent() : colors.surface());
            paint(name, value.title(), isSelected ? colors.onAccent() : colors.text());
            paint(below, value.detail(), isSelected ? colors.onAccent() : colors.muted());
            below.setVisible(!value.detail().isEmpty());
            figure.setText(value.figure());
            figure.setForeground(isSelected ? colors.onAccent() : colors.text());
            row.getAccessibleContext()
                    .setAccessibleName(String.join(" ", value.title(), value.detail(), value.figure()));
            row.applyComponentOrientation(list.getComponentOrientation());
            return row;
        }

        private static void paint(JLabel label, String text, Color color) {
            label.setText(text);
            label.setForeground(color);
        }
    }
}
