package org.tillwright.register.cart;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.IntConsumer;
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

    private final DefaultListModel<CartRow> rows = new DefaultListModel<>();
    private final JList<CartRow> list = new JList<>(rows);
    private final JLabel totalName = new JLabel();
    private final FiguresLabel total = new FiguresLabel();
    private String emptyText = "";
    private boolean isDrawing;

    public CartPanel(Texts texts, IntConsumer lineChosen) {
        super(new MigLayout("insets 6 0 0 0, gap 0", "[grow,fill]", "[grow,fill,200::][" + TOTAL_HEIGHT + "!]"));
        WorkLayout.round(this);
        list.setFixedCellHeight(ROW_HEIGHT);
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
        total.setFont(Look.semibold(Look.TOTAL));
        total.setName("total");
        bar.add(totalName);
        bar.add(total);
        return bar;
    }

    /** Draws the lines; the chosen one is always in sight. */
    public void render(CartState state) {
        List<CartRow> next = state.rows();
        isDrawing = true;
        for (int i = 0; i < next.size(); i++) {
            if (i >= rows.size()) {
                rows.addElement(next.get(i));
            } else if (!rows.get(i).equals(next.get(i))) {
                rows.set(i, next.get(i));
            }
        }
        if (rows.size() > next.size()) {
            rows.removeRange(next.size(), rows.size() - 1);
        }
        int index = indexOf(next, state.chosen());
        if (index < 0) {
            list.clearSelection();
        } else {
            list.setSelectedIndex(index);
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
        total.getAccessibleContext().setAccessibleName(state.totalLabel() + " " + state.total());
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

    private static final class RowRenderer extends JComponent implements ListCellRenderer<CartRow> {

        private static final int EDGE = 16;
        private static final int QUANTITY = 80;

        private CartRow row = new CartRow(0, "", "", "", "", false);
        private boolean isChosen;

        @Override
        public Component getListCellRendererComponent(
                JList<? extends CartRow> list, CartRow value, int index, boolean isSelected, boolean hasFocus) {
            row = value;
            isChosen = isSelected;
            setComponentOrientation(list.getComponentOrientation());
            getAccessibleContext()
                    .setAccessibleName(value.quantity() + " " + value.description() + " " + value.amount());
            return this;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(200, ROW_HEIGHT);
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
            int middle = (getHeight() - figures.getHeight()) / 2 + figures.getAscent();
            g.setColor(main);
            Lettering.drawFigures(g, row.amount(), isMirrored ? EDGE : getWidth() - EDGE - amountWidth, middle);

            int quantityWidth = Math.max(QUANTITY, Lettering.figuresWidth(figures, row.quantity()) + 8);
            int quantityX = isMirrored ? getWidth() - EDGE - quantityWidth : EDGE;
            g.setColor(second);
            g.setFont(Look.regular(Look.BODY));
            Lettering.drawFigures(g, row.quantity(), quantityX, middle);

            drawWords(g, main, second, quantityWidth, amountWidth);
            g.dispose();
        }

        private void drawWords(Graphics2D g, Color main, Color second, int quantityWidth, int amountWidth) {
            boolean isMirrored = !getComponentOrientation().isLeftToRight();
            int width = getWidth() - 2 * EDGE - quantityWidth - amountWidth - 8;
            g.setFont(Look.regular(Look.BODY));
            FontMetrics words = g.getFontMetrics();
            FontMetrics small = g.getFontMetrics(Look.regular(Look.SMALL));
            int height = words.getHeight() + (row.detail().isEmpty() ? 0 : small.getHeight());
            int y = (getHeight() - height) / 2 + words.getAscent();
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

        @Override
        public javax.accessibility.AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new AccessibleJComponent() {};
            }
            return accessibleContext;
        }
    }
}
