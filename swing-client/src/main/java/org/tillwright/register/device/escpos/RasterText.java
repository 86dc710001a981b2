package org.tillwright.register.device.escpos;

import static org.tillwright.register.device.escpos.PrinterModel.CELL_HEIGHT;
import static org.tillwright.register.device.escpos.PrinterModel.CELL_WIDTH;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.text.AttributedString;
import java.util.List;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.device.escpos.RasterParts.Part;

/**
 * Draws a line of text that no code page can hold. Letters stand in the cells they would have had as text. What is
 * written from right to left, or whose letters join, is shaped as a whole and put where its column is; so the amounts at
 * the right stay where they are, whatever stands at the left.
 */
final class RasterText {

    /** From the top of a cell to the line that letters stand on. */
    private static final int BASELINE = 19;

    private static final int BLACK_BELOW = 185;
    private static final int LINE_GAP = 6;
    private static final int LEAST_WIDTH = 8;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final List<Part> parts;
    private final boolean bold;
    private final int across;
    private final int down;
    /** Dots of the paper, as wide as a normal letter's. */
    private final int room;

    private RasterText(Text line, int dots) {
        bold = line.style() != Style.NORMAL;
        across = line.style().width();
        down = line.style() == Style.LARGE || line.style() == Style.TALL ? 2 : 1;
        room = dots / across;
        parts = RasterParts.of(line.text(), room / CELL_WIDTH);
    }

    /** Returns the {@code GS v 0} command that prints a line; what does not fit on the paper is cut off. */
    static byte[] command(Text line, int dots) {
        return encode(new RasterText(line, dots).draw());
    }

    /** Draws a line for whoever has other commands for it. */
    static LinePicture picture(Text line, int dots) {
        BufferedImage picture = new RasterText(line, dots).draw();
        var rows = new ByteArrayOutputStream();
        int bytesAcross = (picture.getWidth() + 7) / 8;
        writeRows(picture, bytesAcross, rows);
        return new LinePicture(bytesAcross * 8, picture.getHeight(), rows.toByteArray());
    }

    private static byte[] encode(BufferedImage picture) {
        int bytesAcross = (picture.getWidth() + 7) / 8;
        int height = picture.getHeight();
        var command = new ByteArrayOutputStream();
        command.writeBytes(new byte[] {
            0x1D, 'v', '0', 0, (byte) bytesAcross, (byte) (bytesAcross >> 8), (byte) height, (byte) (height >> 8)
        });
        writeRows(picture, bytesAcross, command);
        return command.toByteArray();
    }

    private static void writeRows(BufferedImage picture, int bytesAcross, ByteArrayOutputStream rows) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < bytesAcross * 8; x += 8) {
                rows.write(eightDots(picture, x, y));
            }
        }
    }

    private static int eightDots(BufferedImage picture, int left, int y) {
        int bits = 0;
        for (int x = left; x < left + 8; x++) {
            boolean black = x < picture.getWidth() && (picture.getRGB(x, y) & 0xFF) < BLACK_BELOW;
            bits = bits << 1 | (black ? 1 : 0);
        }
        return bits;
    }

    private BufferedImage draw() {
        int width = Math.max(Math.min(width(), room), LEAST_WIDTH);
        var picture = new BufferedImage(width * across, CELL_HEIGHT * down + LINE_GAP, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.scale(across, down);
        int end = width;
        for (int i = parts.size() - 1; i >= 0; i--) {
            end = draw(pen, i, end) - CELL_WIDTH;
        }
        pen.dispose();
        return picture;
    }

    /** A part alone is as wide as it comes out, so that the printer can centre it; columns are as wide as they were laid out. */
    private int width() {
        if (parts.size() == 1) {
            return parts.get(0).from() * CELL_WIDTH + naturalWidth(parts.get(0));
        }
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).to() * CELL_WIDTH;
    }

    private int naturalWidth(Part part) {
        return part.shaped() ? (int) Math.ceil(layout(part.text()).getAdvance()) : part.cells() * CELL_WIDTH;
    }

    /**
     * Draws one part: the first where it begins, the others where they end, because amounts meet at their ends. One that
     * has become wider than its columns takes the blanks beside it, and is narrowed when those do not suffice.
     *
     * @param end where the next part begins, less one cell
     * @return where this one begins
     */
    private int draw(Graphics2D pen, int index, int end) {
        Part part = parts.get(index);
        boolean isFirst = index == 0;
        int natural = naturalWidth(part);
        int least = isFirst ? part.from() * CELL_WIDTH : (parts.get(index - 1).to() + 1) * CELL_WIDTH;
        int right = isFirst || parts.size() == 1 ? end : Math.min(end, part.to() * CELL_WIDTH);
        int width = Math.min(natural, Math.max(CELL_WIDTH, right - least));
        int left = isFirst ? least : right - width;
        var narrowed = (Graphics2D) pen.create();
        narrowed.translate(left, 0);
        if (natural > width) {
            narrowed.scale((double) width / natural, 1);
        }
        if (part.shaped()) {
            layout(part.text()).draw(narrowed, 0, BASELINE);
        } else {
            drawCells(narrowed, part.text());
        }
        narrowed.dispose();
        return left;
    }

    /** Letters and their order as they are read; which way it runs is decided by the first letter that has a direction. */
    private TextLayout layout(String text) {
        var shaped = new AttributedString(text);
        int at = 0;
        while (at < text.length()) {
            Font font = RasterFonts.inText(text.codePointAt(at), bold);
            int end = at;
            while (end < text.length() && goesOn(font, text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            end = Math.max(end, at + Character.charCount(text.codePointAt(at)));
            shaped.addAttribute(TextAttribute.FONT, font, at, end);
            at = end;
        }
        return new TextLayout(shaped.getIterator(), MEASURE);
    }

    /** Blanks stay with the letters before them: where a font ends, letters no longer join. */
    private boolean goesOn(Font font, int letter) {
        return letter == ' ' || font.equals(RasterFonts.inText(letter, bold));
    }

    private void drawCells(Graphics2D pen, String text) {
        int left = 0;
        for (int letter : text.codePoints().toArray()) {
            boolean isWide = RasterParts.isWide(letter);
            int cell = CELL_WIDTH * (isWide ? 2 : 1);
            Font font = isWide ? RasterFonts.wide(bold) : RasterFonts.inCell(letter, bold);
            drawInCell(pen, Character.toString(letter), font, left, cell);
            left += cell;
        }
    }

    /** In the middle of its cell, narrowed where the font's letter is wider than that. */
    private static void drawInCell(Graphics2D pen, String letter, Font font, int left, int cell) {
        double width = font.getStringBounds(letter, MEASURE).getWidth();
        double scale = width > cell + 1 ? cell / width : 1;
        var placed = (Graphics2D) pen.create();
        placed.translate(left + (cell - width * scale) / 2, 0);
        placed.scale(scale, 1);
        placed.setFont(font);
        placed.drawString(letter, 0, BASELINE);
        placed.dispose();
    }
}
