package org.tillwright.simulator;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.tillwright.core.qr.QrMatrix;
import org.tillwright.simulator.PaperItem.Bars;
import org.tillwright.simulator.PaperItem.Cut;
import org.tillwright.simulator.PaperItem.Feed;
import org.tillwright.simulator.PaperItem.Line;
import org.tillwright.simulator.PaperItem.Qr;
import org.tillwright.simulator.PaperItem.Raster;
import org.tillwright.simulator.PaperItem.Run;
import org.tillwright.simulator.PaperItem.Side;
import org.tillwright.simulator.PaperItem.Unknown;

/** Paints what was printed as paper, one pixel a printer's dot. */
final class PaperPainter {

    static final int CELL_WIDTH = 12;
    private static final int CELL_HEIGHT = 24;
    private static final int LINE_GAP = 6;
    private static final int MARGIN = 32;
    private static final int SHADOW = 10;
    private static final int TOOTH = 8;
    private static final int FONT_SIZE = 19;
    private static final int CAPTION_HEIGHT = 28;
    private static final int BAR_GAP = 12;
    private static final Color PAPER = new Color(0xFDFCF8);
    private static final Color INK = new Color(0x22242A);
    private static final Color WARNING = new Color(0xB3261E);
    private static final Color DESK = new Color(0xE4E1DA);
    private static final Color SHADE = new Color(0xCFCBC2);

    private final int dots;
    private final String family;

    /** @param columns normal characters on a line */
    PaperPainter(int columns) {
        dots = columns * CELL_WIDTH;
        FlatInterFont.install();
        boolean hasFixedWidth = new Font(Font.MONOSPACED, Font.PLAIN, FONT_SIZE).canDisplayUpTo("Aé€ßЖЇ") < 0;
        family = hasFixedWidth ? Font.MONOSPACED : FlatInterFont.FAMILY;
    }

    /** Returns a picture of one piece of paper on a desk. */
    BufferedImage paint(List<PaperItem> items) {
        int paperHeight = MARGIN * 2 + items.stream().mapToInt(this::height).sum();
        int paperWidth = dots + 2 * MARGIN;
        var picture = new BufferedImage(
                paperWidth + 2 * SHADOW, paperHeight + 2 * SHADOW + TOOTH, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paintSheet(pen, picture.getWidth(), picture.getHeight(), paperWidth, paperHeight);
        pen.translate(SHADOW + MARGIN, SHADOW + MARGIN);
        for (PaperItem item : items) {
            paint(pen, item);
            pen.translate(0, height(item));
        }
        pen.dispose();
        return picture;
    }

    /** A sheet with a straight upper edge and the lower edge that the knife left. */
    private static void paintSheet(Graphics2D pen, int width, int height, int paperWidth, int paperHeight) {
        pen.setColor(DESK);
        pen.fillRect(0, 0, width, height);
        var sheet = new Polygon();
        sheet.addPoint(SHADOW, SHADOW);
        sheet.addPoint(SHADOW + paperWidth, SHADOW);
        int bottom = SHADOW + paperHeight;
        for (int x = paperWidth; x > 0; x -= TOOTH) {
            sheet.addPoint(SHADOW + x, bottom);
            sheet.addPoint(SHADOW + x - TOOTH / 2, bottom + TOOTH / 2);
        }
        sheet.addPoint(SHADOW, bottom);
        pen.translate(3, 4);
        pen.setColor(SHADE);
        pen.fill(sheet);
        pen.translate(-3, -4);
        pen.setColor(PAPER);
        pen.fill(sheet);
    }

    private int height(PaperItem item) {
        if (item instanceof Line line) {
            int times = line.runs().stream().mapToInt(Run::height).max().orElse(1);
            return CELL_HEIGHT * times + LINE_GAP;
        }
        if (item instanceof Bars bars) {
            return bars.height() + (bars.captioned() ? CAPTION_HEIGHT : 0) + 2 * BAR_GAP;
        }
        if (item instanceof Qr qr) {
            return QrMatrix.of(qr.content()).size() * qr.dotsPerModule() + 2 * BAR_GAP;
        }
        if (item instanceof Raster raster) {
            return raster.height();
        }
        if (item instanceof Feed feed) {
            return feed.dots();
        }
        return item instanceof Unknown ? CELL_HEIGHT + LINE_GAP : 0;
    }

    private void paint(Graphics2D pen, PaperItem item) {
        pen.setColor(INK);
        if (item instanceof Line line) {
            paintLine(pen, line);
        } else if (item instanceof Bars bars) {
            paintBars(pen, bars);
        } else if (item instanceof Qr qr) {
            paintQr(pen, qr);
        } else if (item instanceof Raster raster) {
            paintRaster(pen, raster);
        } else if (item instanceof Cut) {
            pen.setColor(SHADE);
            pen.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {8, 6}, 0));
            pen.drawLine(-MARGIN, 0, dots + MARGIN, 0);
        } else if (item instanceof Unknown unknown) {
            pen.setColor(WARNING);
            paintText(pen, unknown.asText(), 0, CELL_HEIGHT, false, 1);
        }
    }

    private int indent(int width, Side side) {
        return switch (side) {
            case LEFT -> 0;
            case CENTRE -> (dots - width) / 2;
            case RIGHT -> dots - width;
        };
    }

    private void paintLine(Graphics2D pen, Line line) {
        int x = indent(line.columns() * CELL_WIDTH, line.side());
        int tallest = line.runs().stream().mapToInt(Run::height).max().orElse(1);
        for (Run run : line.runs()) {
            int width = run.columns() * CELL_WIDTH;
            if (run.inverse()) {
                pen.setColor(INK);
                pen.fillRect(x, 0, width, CELL_HEIGHT * tallest);
            }
            pen.setColor(run.inverse() ? PAPER : INK);
            paintRun(pen, run, x, CELL_HEIGHT * (tallest - run.height()));
            if (run.underlined()) {
                pen.fillRect(x, CELL_HEIGHT * tallest - 2, width, 2);
            }
            x += width;
        }
    }

    private void paintRun(Graphics2D pen, Run run, int x, int y) {
        var scaled = (Graphics2D) pen.create();
        scaled.translate(x, y);
        scaled.scale(run.width(), run.height());
        paintText(scaled, run.text(), 0, CELL_HEIGHT, run.bold(), 1);
        scaled.dispose();
    }

    /** Each letter stands in the middle of its cell, whatever font the machine has. */
    private void paintText(Graphics2D pen, String text, int left, int height, boolean bold, int times) {
        pen.setFont(new Font(family, bold ? Font.BOLD : Font.PLAIN, FONT_SIZE * times));
        FontMetrics metrics = pen.getFontMetrics();
        int baseline = (height - metrics.getAscent() - metrics.getDescent()) / 2 + metrics.getAscent();
        int cell = left;
        for (int character : text.codePoints().toArray()) {
            String letter = Character.toString(character);
            pen.drawString(letter, cell + (CELL_WIDTH * times - metrics.stringWidth(letter)) / 2, baseline);
            cell += CELL_WIDTH * times;
        }
    }

    private void paintBars(Graphics2D pen, Bars bars) {
        String modules = BarPattern.of(bars).orElse("");
        int width = modules.length() * bars.dotsPerModule();
        int left = indent(width, bars.side());
        for (int i = 0; i < modules.length(); i++) {
            if (modules.charAt(i) == '1') {
                pen.fillRect(left + i * bars.dotsPerModule(), BAR_GAP, bars.dotsPerModule(), bars.height());
            }
        }
        boolean isDrawn = !modules.isEmpty();
        if (bars.captioned() || !isDrawn) {
            String caption = isDrawn ? bars.content() : bars.asText();
            var below = (Graphics2D) pen.create();
            below.translate(indent(caption.length() * CELL_WIDTH, bars.side()), BAR_GAP + bars.height());
            paintText(below, caption, 0, CAPTION_HEIGHT, false, 1);
            below.dispose();
        }
    }

    private void paintQr(Graphics2D pen, Qr qr) {
        QrMatrix matrix = QrMatrix.of(qr.content());
        int dot = qr.dotsPerModule();
        int left = indent(matrix.size() * dot, qr.side());
        for (int y = 0; y < matrix.size(); y++) {
            for (int x = 0; x < matrix.size(); x++) {
                if (matrix.isBlack(x, y)) {
                    pen.fillRect(left + x * dot, BAR_GAP + y * dot, dot, dot);
                }
            }
        }
    }

    private void paintRaster(Graphics2D pen, Raster raster) {
        int left = indent(raster.bytesAcross() * 8, raster.side());
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.bytesAcross() * 8; x++) {
                if (raster.isBlack(x, y)) {
                    pen.fillRect(left + x, y, 1, 1);
                }
            }
        }
    }
}
