package org.tillwright.register.component;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JLabel;
import org.tillwright.register.dialogue.Announcement;

/** The one place where the register talks to its operator. Always there, so that nothing jumps when it speaks. */
public final class NoticeLine extends JLabel {

    public static final int HEIGHT = 40;

    private static final int SIGN = 20;
    private static final int GAP = 8;

    private Announcement notice = Announcement.NONE;

    public NoticeLine() {
        setFont(Look.regular(Look.BODY));
        getAccessibleContext().setAccessibleName(" ");
    }

    public void show(Announcement next) {
        notice = next;
        setText(next.text());
        setToolTipText(next.text().isEmpty() ? null : next.text());
        getAccessibleContext().setAccessibleName(next.text().isEmpty() ? " " : next.text());
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(200, HEIGHT);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(100, HEIGHT);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (notice.text().isEmpty()) {
            return;
        }
        Graphics2D g = Lettering.smooth(graphics.create());
        boolean isMirrored = !getComponentOrientation().isLeftToRight();
        Color color = color();
        int top = (getHeight() - SIGN) / 2;
        drawSign(g, isMirrored ? getWidth() - SIGN - 2 : 2, top, color);
        int width = getWidth() - SIGN - GAP - 4;
        g.setFont(getFont());
        FontMetrics metrics = g.getFontMetrics();
        if (metrics.stringWidth(notice.text()) > width) {
            g.setFont(Look.regular(Look.SMALL));
            metrics = g.getFontMetrics();
        }
        List<String> lines = Lettering.wrap(metrics, notice.text(), width, 2);
        int y = (getHeight() - lines.size() * metrics.getHeight()) / 2 + metrics.getAscent();
        g.setColor(
                notice.tone() == Announcement.Tone.INFORMATION ? Look.colors().text() : color);
        for (String line : lines) {
            int x = isMirrored ? width - metrics.stringWidth(line) + 2 : SIGN + GAP + 2;
            g.drawString(line, x, y);
            y += metrics.getHeight();
        }
        g.dispose();
    }

    private void drawSign(Graphics2D g, int x, int y, Color color) {
        g.setColor(color);
        g.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        int middle = x + SIGN / 2;
        switch (notice.tone()) {
            case DONE -> {
                g.drawOval(x + 1, y + 1, SIGN - 3, SIGN - 3);
                g.drawPolyline(new int[] {x + 6, x + 9, x + 14}, new int[] {y + 10, y + 13, y + 7}, 3);
            }
            case WARNING -> {
                g.drawPolygon(
                        new int[] {middle, x + SIGN - 1, x + 1}, new int[] {y + 1, y + SIGN - 2, y + SIGN - 2}, 3);
                g.drawLine(middle, y + 8, middle, y + 12);
                g.fillOval(middle - 1, y + 14, 3, 3);
            }
            case DANGER -> {
                g.drawOval(x + 1, y + 1, SIGN - 3, SIGN - 3);
                g.drawLine(x + 7, y + 7, x + 13, y + 13);
                g.drawLine(x + 13, y + 7, x + 7, y + 13);
            }
            case INFORMATION -> {
                g.drawOval(x + 1, y + 1, SIGN - 3, SIGN - 3);
                g.drawLine(middle, y + 9, middle, y + 14);
                g.fillOval(middle - 1, y + 5, 3, 3);
            }
        }
    }

    private Color color() {
        return switch (notice.tone()) {
            case DONE -> Look.colors().accent();
            case WARNING -> Look.colors().warning();
            case DANGER -> Look.colors().danger();
            case INFORMATION -> Look.colors().information();
        };
    }
}
