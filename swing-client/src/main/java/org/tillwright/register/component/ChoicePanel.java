package org.tillwright.register.component;

import static javax.swing.ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER;
import static javax.swing.ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
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
import javax.swing.border.Border;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.text.Texts;

/** A list to choose from: arrows and Enter, or a tap. The focus stays in the entry field, where typing narrows it down. */
public final class ChoicePanel extends JPanel {

    private static final int ROW_HEIGHT = 56;

    /** The eye finds the figure at the end of a row that is no wider. */
    private static final int WIDEST = 960;

    /** Of a row that is only read. */
    private static final int TEXT_HEIGHT = 28;

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
        super(new MigLayout("insets 24, gap 8, wrap 1, hidemode 3", "[grow,fill]", ""));
        this.chosen = chosen;
        WorkLayout.round(this);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellWidth(
                1); // as wide as the panel, whatever the rows say: the figures at their ends stay in sight
        list.setCellRenderer(new RowRenderer());
        list.setBackground(Look.colors().surface());
        list.setFocusable(false);
        list.addMouseListener(new Tap());
        JScrollPane scroll = new JScrollPane(list, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
        nothing.setName("nothing");
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(ROW_HEIGHT);
        add(title, "wmin 0");
        add(detail, "wmin 0");
        add(nothing, "wmin 0, gaptop 16");
        add(scroll, "wmin 0, wmax " + WIDEST + ", hmin 0, grow, push, gaptop 8");
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
        detail.setVisible(!choices.detail().isEmpty());
        nothing.setVisible(choices.rows().isEmpty());
        if (!isSame || !choices.rows().equals(shown)) {
            String before = isSame ? selected().orElse("") : "";
            shown = choices.rows();
            list.setFixedCellHeight(shown.stream().anyMatch(Choices.Row::isText) ? -1 : ROW_HEIGHT);
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
            if (isOnRow && !rows.get(index).isText() && SwingUtilities.isLeftMouseButton(event)) {
                chosen.accept(rows.get(index).id());
            }
        }
    }

    /** Two lines at the leading side, a figure at the trailing one. */
    private static final class RowRenderer implements ListCellRenderer<Choices.Row> {

        private final JPanel row = new JPanel(new BorderLayout(12, 0));
        private final Border edge = BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Look.colors().line()),
                BorderFactory.createEmptyBorder(4, 12, 3, 12));
        private final Border none = BorderFactory.createEmptyBorder(0, 12, 0, 12);
        private final JLabel name = new JLabel();
        private final JLabel below = new JLabel();
        private final FiguresLabel figure = new FiguresLabel();

        RowRenderer() {
            JPanel words =
                    new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3, aligny center", "[grow,fill]"));
            words.setOpaque(false);
            below.setFont(Look.regular(Look.SMALL));
            words.add(name, "wmin 0");
            words.add(below, "wmin 0");
            row.add(words, BorderLayout.CENTER);
            row.add(figure, BorderLayout.LINE_END);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Choices.Row> list, Choices.Row value, int index, boolean isSelected, boolean hasFocus) {
            Palette colors = Look.colors();
            boolean isText = value.isText();
            row.setBackground(isSelected ? colors.accent() : colors.surface());
            row.setBorder(isText ? none : edge);
            row.setPreferredSize(new Dimension(1, isText ? TEXT_HEIGHT : ROW_HEIGHT));
            name.setFont(Look.regular(isText ? Look.SMALL : Look.BODY));
            figure.setFont(isText ? Look.regular(Look.SMALL) : Look.semibold(Look.BODY));
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
