package org.tillwright.register.cart;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.IntConsumer;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.FiguresLabel;
import org.tillwright.register.component.Lettering;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.Palette;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.text.Texts;

/** The lines of the sale and its total: the same place on every screen that sells. */
public final class CartPanel extends JPanel {

    public static final int ROW_HEIGHT = 48;
    public static final int TOTAL_HEIGHT = 60;

    /** Of each small line under a line. */
    static final int BELOW_HEIGHT = 20;

    private final DefaultListModel<CartRow> rows = new DefaultListModel<>();
    private final JList<CartRow> list = new JList<>(rows);
    private final JLabel totalName = new JLabel();
    private final JLabel note = new JLabel();
    private final FiguresLabel total = new FiguresLabel();
    private String emptyText = "";
    private boolean isDrawing;

    public CartPanel(Texts texts, IntConsumer lineChosen) {
        super(new MigLayout("insets 6 0 0 0, gap 0", "[grow,fill]", "[grow,fill,200::][" + TOTAL_HEIGHT + "!]"));
        WorkLayout.round(this);
        list.setFixedCellWidth(1); // as wide as the panel, whatever the rows say
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new RowRenderer());
        list.setBackground(Look.colors().surface());
        list.setName("lines");
        list.getAccessibleContext().setAccessibleName(texts.text("cart.lines"));
        list.setRequestFocusEnabled(false);
        list.addListSelectionListener(event -> {
            CartRow chosen = list.getSelectedValue();
            if (!isDrawing && !event.getValueIsAdjusting() && chosen != null) {
                lineChosen.accept(chosen.number());
            }
        });
        add(new EmptyScroll(), "wrap");
        add(totalBar(), "");
    }

    private JPanel totalBar() {
        JPanel bar = new JPanel(new MigLayout("insets 0 16 0 16, aligny center", "[][grow,fill]", "[grow,fill]"));
        bar.setOpaque(false);
        bar.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Look.colors().line()));
        totalName.setFont(Look.regular(Look.LARGE));
        note.setFont(Look.regular(Look.SMALL));
        note.setForeground(Look.colors().muted());
        note.setName("total-note");
        total.setFont(Look.semibold(Look.TOTAL));
        total.setName("total");
        JPanel words = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[]", "push[]0[]push"));
        words.setOpaque(false);
        words.add(totalName);
        words.add(note, "wmin 0");
        bar.add(words, "wmin 0");
        bar.add(total);
        return bar;
    }

    /** Draws the lines; the chosen one is always in sight. */
    public void render(CartState state) {
        List<CartRow> next = state.rows();
        isDrawing = true;
        // Rows of one height need not be measured: a list measures every row at every change.
        boolean isEven = next.stream().allMatch(row -> row.below().isEmpty());
        list.setFixedCellHeight(isEven ? ROW_HEIGHT : -1);
        int before = rows.size();
        for (int i = 0; i < next.size(); i++) {
            if (i >= rows.size()) {
                rows.addElement(next.get(i));
            } else if (!rows.get(i).equals(next.get(i))) {
                rows.set(i, next.get(i));
            }
        }
        boolean isLonger = next.size() > before;
        if (rows.size() > next.size()) {
            rows.removeRange(next.size(), rows.size() - 1);
        }
        int index = indexOf(next, state.chosen());
        if (index < 0) {
            list.clearSelection();
        } else {
            list.setSelectedIndex(index);
            if (isLonger) {
                list.ensureIndexIsVisible(next.size() - 1); // what came with the chosen line, such as its deposit
            }
            list.ensureIndexIsVisible(index);
        }
        isDrawing = false;
        emptyText = state.emptyText();
        totalName.setText(state.totalLabel());
        total.setText(state.total());
        total.setForeground(
                state.isChange() ? Look.colors().accent() : Look.colors().text());
        totalName.setForeground(
                state.isChange() ? Look.colors().accent() : Look.colors().text());
        note.setText(state.note());
        note.setVisible(!state.note().isEmpty());
        String name = state.totalLabel() + " " + state.total();
        total.getAccessibleContext().setAccessibleName(state.note().isEmpty() ? name : name + ", " + state.note());
        repaint();
    }

    /** Moves the choice by one line up or down. */
    public void move(int step) {
        int index = list.getSelectedIndex() + step;
        if (index >= 0 && index < rows.size()) {
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
    }

    private static int indexOf(List<CartRow> rows, int number) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }

    /** Says what to do as long as there is no line. */
    private final class EmptyScroll extends JScrollPane {

        EmptyScroll() {
            super(list, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
            setBorder(BorderFactory.createEmptyBorder(1, 1, 0, 1));
            getVerticalScrollBar().setUnitIncrement(ROW_HEIGHT);
        }

        @Override
        protected void paintChildren(Graphics graphics) {
            super.paintChildren(graphics);
            if (rows.isEmpty()) {
                Graphics2D g = Lettering.smooth(graphics.create());
                g.setFont(Look.regular(Look.BODY));
                g.setColor(Look.colors().muted());
                FontMetrics metrics = g.getFontMetrics();
                List<String> lines = Lettering.wrap(metrics, emptyText, getWidth() - 48, 2);
                int y = (getHeight() - lines.size() * metrics.getHeight()) / 2 + metrics.getAscent();
                for (String line : lines) {
                    g.drawString(line, (getWidth() - metrics.stringWidth(line)) / 2, y);
                    y += metrics.getHeight();
                }
                g.dispose();
            }
        }
    }

    private static final class RowRenderer extends JComponent implements Accessible, ListCellRenderer<CartRow> {

        private static final int EDGE = 16;
        private static final int QUANTITY = 80;

        private CartRow row = new CartRow(0, "", "", "", "", List.of(), false);
        private boolean isChosen;

        @Override
        public Component getListCellRendererComponent(
                JList<? extends CartRow> list, CartRow value, int index, boolean isSelected, boolean hasFocus) {
            row = value;
            isChosen = isSelected;
            setComponentOrientation(list.getComponentOrientation());
            getAccessibleContext().setAccessibleName(nameOf(value));
            return this;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(200, ROW_HEIGHT + row.below().size() * BELOW_HEIGHT);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Lettering.smooth(graphics.create());
            Palette colors = Look.colors();
            g.setColor(isChosen ? colors.accent() : colors.surface());
            g.fillRect(0, 0, getWidth(), getHeight());
            if (!isChosen) {
                g.setColor(colors.line());
                g.drawLine(EDGE, getHeight() - 1, getWidth() - EDGE, getHeight() - 1);
            }
            Color main = isChosen ? colors.onAccent() : row.isReturn() ? colors.warning() : colors.text();
            Color second = isChosen ? colors.onAccent() : colors.muted();
            boolean isMirrored = !getComponentOrientation().isLeftToRight();

            g.setFont(Look.semibold(Look.BODY));
            FontMetrics figures = g.getFontMetrics();
            int amountWidth = Lettering.figuresWidth(figures, row.amount());
            int middle = (ROW_HEIGHT - figures.getHeight()) / 2 + figures.getAscent();
            g.setColor(main);
            Lettering.drawFigures(g, row.amount(), isMirrored ? EDGE : getWidth() - EDGE - amountWidth, middle);

            int quantityWidth = Math.max(QUANTITY, Lettering.figuresWidth(figures, row.quantity()) + 8);
            int quantityX = isMirrored ? getWidth() - EDGE - quantityWidth : EDGE;
            g.setColor(second);
            g.setFont(Look.regular(Look.BODY));
            Lettering.drawFigures(g, row.quantity(), quantityX, middle);

            drawWords(g, main, second, quantityWidth, amountWidth);
            drawBelow(g, second, quantityWidth);
            g.dispose();
        }

        private void drawWords(Graphics2D g, Color main, Color second, int quantityWidth, int amountWidth) {
            boolean isMirrored = !getComponentOrientation().isLeftToRight();
            int width = getWidth() - 2 * EDGE - quantityWidth - amountWidth - 8;
            g.setFont(Look.regular(Look.BODY));
            FontMetrics words = g.getFontMetrics();
            FontMetrics small = g.getFontMetrics(Look.regular(Look.SMALL));
            int height = words.getHeight() + (row.detail().isEmpty() ? 0 : small.getHeight());
            int y = (ROW_HEIGHT - height) / 2 + words.getAscent();
            String name = Lettering.fit(words, row.description(), width);
            g.setColor(main);
            int start = EDGE + quantityWidth;
            g.drawString(name, isMirrored ? getWidth() - start - words.stringWidth(name) : start, y);
            if (!row.detail().isEmpty()) {
                g.setFont(Look.regular(Look.SMALL));
                g.setColor(second);
                String detail = Lettering.fit(small, row.detail(), width);
                int x = isMirrored ? getWidth() - start - small.stringWidth(detail) : start;
                g.drawString(detail, x, y - words.getAscent() + words.getHeight() + small.getAscent() - 1);
            }
        }

        /** What belongs to the line, under its name; amounts end where the line's amount ends. */
        private void drawBelow(Graphics2D g, Color second, int quantityWidth) {
            boolean isMirrored = !getComponentOrientation().isLeftToRight();
            g.setFont(Look.regular(Look.SMALL));
            g.setColor(isChosen ? second : Look.colors().accent());
            FontMetrics small = g.getFontMetrics();
            int start = EDGE + quantityWidth;
            int y = ROW_HEIGHT - (ROW_HEIGHT - small.getHeight()) / 6 + small.getAscent() - small.getHeight() / 4;
            for (CartRow.Below below : row.below()) {
                int amountWidth = Lettering.figuresWidth(small, below.amount());
                String text = Lettering.fit(small, below.text(), getWidth() - start - EDGE - amountWidth - 8);
                g.drawString(text, isMirrored ? getWidth() - start - small.stringWidth(text) : start, y);
                Lettering.drawFigures(g, below.amount(), isMirrored ? EDGE : getWidth() - EDGE - amountWidth, y);
                y += BELOW_HEIGHT;
            }
        }

        private static String nameOf(CartRow row) {
            StringBuilder name = new StringBuilder(row.quantity() + " " + row.description() + " " + row.amount());
            row.below()
                    .forEach(below ->
                            name.append(", ").append(below.text()).append(' ').append(below.amount()));
            return name.toString();
        }

        @Override
        public AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new AccessibleJComponent() {};
            }
            return accessibleContext;
        }
    }
}
