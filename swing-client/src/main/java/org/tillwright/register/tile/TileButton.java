package org.tillwright.register.tile;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Objects;
import javax.swing.JButton;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.component.Lettering;
import org.tillwright.register.component.Look;

/** One item to tap: picture, name, price, and its department's colour along the leading edge. */
final class TileButton extends JButton {

    private static final int EDGE = 6;
    private static final int PADDING = 8;
    private static final int ARC = 24;
    private static final int MARK = 3;
    private static final int MAX_PICTURE = 96;

    private final PictureShelf pictures;

    /** One object for all paintings, so that a tile waits for its picture once. */
    private final Runnable pictureArrived = this::repaint;

    private @Nullable Tile tile;

    /** Whether Enter takes this one. */
    private boolean isMarked;

    TileButton(PictureShelf pictures) {
        this.pictures = pictures;
        setRequestFocusEnabled(false);
        setText("");
    }

    void show(@Nullable Tile next, boolean isNextMarked) {
        if (Objects.equals(next, tile) && isVisible() == (next != null) && isMarked == isNextMarked) {
            return; // each scan shows the same tiles again, and painting them costs more than the line
        }
        tile = next;
        isMarked = isNextMarked;
        setEnabled(next != null);
        setVisible(next != null);
        if (next != null) {
            getAccessibleContext().setAccessibleName(next.name() + " " + next.price());
            setToolTipText(next.name());
        }
        repaint();
    }

    @Nullable
    Tile tile() {
        return tile;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(120, 110);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(96, 84);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Tile shown = tile;
        if (shown == null) {
            return;
        }
        Graphics2D g = Lettering.smooth(graphics.create());
        boolean isMirrored = !getComponentOrientation().isLeftToRight();
        paintEdge(g, shown.hue(), isMirrored);
        if (isMarked) {
            paintMark(g);
        }
        int start = EDGE + PADDING;
        int width = getWidth() - start - PADDING;

        g.setFont(Look.regular(Look.SMALL));
        FontMetrics words = g.getFontMetrics();
        int linesTop = getHeight() - PADDING + 2 - 2 * words.getHeight();
        FontMetrics figures = g.getFontMetrics(Look.semibold(Look.BODY));
        int priceWidth = Lettering.figuresWidth(figures, shown.price());
        paintPicture(g, shown, priceWidth, linesTop);
        g.setFont(Look.regular(Look.SMALL));
        List<String> lines = Lettering.wrap(words, Lettering.keepUnits(shown.name()), width, 2);
        g.setColor(Look.colors().text());
        int y = linesTop + words.getAscent() + (lines.size() == 1 ? words.getHeight() / 2 : 0);
        for (String line : lines) {
            g.drawString(line, isMirrored ? getWidth() - start - words.stringWidth(line) : start, y);
            y += words.getHeight();
        }
        g.setFont(Look.semibold(Look.BODY));
        g.setColor(Look.colors().text());
        int priceX = isMirrored ? PADDING : getWidth() - PADDING - 2 - priceWidth;
        Lettering.drawFigures(g, shown.price(), priceX, PADDING + figures.getAscent());
        g.dispose();
    }

    private void paintEdge(Graphics2D g, int hue, boolean isMirrored) {
        Area edge =
                new Area(new RoundRectangle2D.Double(1, 1, getWidth() - 2.0, getHeight() - 2.0, ARC - 2.0, ARC - 2.0));
        edge.intersect(new Area(new Rectangle(isMirrored ? getWidth() - EDGE - 1 : 1, 0, EDGE, getHeight())));
        g.setColor(Look.colors().department(hue));
        g.fill(edge);
    }

    private void paintMark(Graphics2D g) {
        g.setColor(Look.colors().accent());
        g.setStroke(new BasicStroke(MARK));
        g.draw(new RoundRectangle2D.Double(
                MARK / 2.0, MARK / 2.0, getWidth() - 1.0 - MARK, getHeight() - 1.0 - MARK, ARC - MARK, ARC - MARK));
    }

    /** Beside the price, or below it where that is too long. */
    private void paintPicture(Graphics2D g, Tile shown, int priceWidth, int bottom) {
        String pictureId = shown.pictureId();
        if (pictureId == null) {
            return;
        }
        boolean isMirrored = !getComponentOrientation().isLeftToRight();
        int widest = Math.min(MAX_PICTURE, getWidth() / 2 - EDGE);
        int beside = Math.min(widest, bottom - PADDING - 2);
        // A picture has some air of its own at its sides.
        boolean isBelow = EDGE + beside + PADDING + priceWidth > getWidth();
        int top = isBelow ? PADDING + g.getFontMetrics(Look.semibold(Look.BODY)).getHeight() : PADDING;
        int size = Math.min(widest, bottom - top - 2);
        AffineTransform device = g.getTransform();
        int pixels = (int) Math.round(size * device.getScaleX());
        Image image = pictures.find(pictureId, pixels, pictureArrived);
        if (image == null) {
            return;
        }
        int width = (int) Math.round(image.getWidth(null) / device.getScaleX());
        int height = (int) Math.round(image.getHeight(null) / device.getScaleY());
        int start = EDGE + PADDING;
        int x = (isMirrored ? getWidth() - start - size : start) + (size - width) / 2;
        g.drawImage(image, x, top + (size - height) / 2, width, height, null);
    }
}
