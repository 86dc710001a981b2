package org.tillwright.simulator;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The window of a simulated customer display: two lines of glowing letters. */
final class DisplayView extends SimulatorFrame {

    private static final int HEIGHT = 170;

    private final Glass glass = new Glass();
    private final DisplaySimulator display;

    private DisplayView(String where, @Nullable Cable cable, DisplaySimulator.Listener next) throws IOException {
        super("Customer display", "[grow, fill]");
        display = DisplaySimulator.open(where, cable, new DisplaySimulator.Listener() {
            @Override
            public void shows(String top, String bottom) {
                SwingUtilities.invokeLater(() -> glass.show(top, bottom));
                next.shows(top, bottom);
            }

            @Override
            public void notUnderstood(String hex) {
                say("Not understood: " + hex);
                next.notUnderstood(hex);
            }
        });
        add(glass);
    }

    /** Opens window and device; on the event thread. */
    static DisplayView open(String where, @Nullable Cable cable, DisplaySimulator.Listener next) throws IOException {
        var view = new DisplayView(where, cable, next);
        view.showAt(HEIGHT);
        return view;
    }

    @Override
    Scriptable device() {
        return display;
    }

    /** The glass with its two lines. */
    private static final class Glass extends JComponent {

        private static final Color DARK = new Color(0x101815);
        private static final Color CELL = new Color(0x18231F);
        private static final Color GLOW = new Color(0x62F5C8);
        private static final int CELL_WIDTH = 17;
        private static final int CELL_HEIGHT = 32;

        private String top = "";
        private String bottom = "";

        void show(String newTop, String newBottom) {
            top = newTop;
            bottom = newBottom;
            repaint();
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(DisplaySimulator.COLUMNS * CELL_WIDTH + 24, 2 * CELL_HEIGHT + 24);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            var pen = (Graphics2D) graphics.create();
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(DARK);
            pen.fillRoundRect(0, 0, getWidth(), getHeight(), 12, 12);
            pen.translate(
                    (getWidth() - DisplaySimulator.COLUMNS * CELL_WIDTH) / 2, (getHeight() - 2 * CELL_HEIGHT) / 2);
            paintLine(pen, top);
            pen.translate(0, CELL_HEIGHT);
            paintLine(pen, bottom);
            pen.dispose();
        }

        private static void paintLine(Graphics2D pen, String text) {
            pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, 22));
            FontMetrics metrics = pen.getFontMetrics();
            for (int i = 0; i < DisplaySimulator.COLUMNS; i++) {
                pen.setColor(CELL);
                pen.fillRect(i * CELL_WIDTH + 1, 1, CELL_WIDTH - 2, CELL_HEIGHT - 2);
                if (i < text.length()) {
                    String letter = text.substring(i, i + 1);
                    pen.setColor(GLOW);
                    int left = i * CELL_WIDTH + (CELL_WIDTH - metrics.stringWidth(letter)) / 2;
                    pen.drawString(letter, left, CELL_HEIGHT - 9);
                }
            }
        }
    }
}
