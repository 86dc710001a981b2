package org.tillwright.register.component;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import javax.swing.JLabel;

/** An amount whose digits are equally wide and which ends at the trailing edge, so that nothing jumps as it changes. */
public final class FiguresLabel extends JLabel {

    public FiguresLabel() {
        setFont(Look.semibold(Look.LARGE));
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(getFont());
        Insets insets = getInsets();
        return new Dimension(
                Lettering.figuresWidth(metrics, getText()) + insets.left + insets.right,
                metrics.getHeight() + insets.top + insets.bottom);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Lettering.smooth(graphics.create());
        g.setFont(getFont());
        g.setColor(getForeground());
        FontMetrics metrics = g.getFontMetrics();
        int baseline = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
        if (getComponentOrientation().isLeftToRight()) {
            Lettering.drawFiguresEndingAt(g, getText(), getWidth() - getInsets().right, baseline);
        } else {
            Lettering.drawFigures(g, getText(), getInsets().left, baseline);
        }
        g.dispose();
    }
}
