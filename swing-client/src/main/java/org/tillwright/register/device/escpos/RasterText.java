package org.tillwright.register.device.escpos;

import static org.tillwright.register.device.escpos.PrinterModel.CELL_HEIGHT;
import static org.tillwright.register.device.escpos.PrinterModel.CELL_WIDTH;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;

/**
 * Draws a line of text that no code page can hold. Each character stands in the cell it would have had as text, so that
 * columns still meet.
 */
final class RasterText {

    private static final int LARGEST_POINTS = 22;
    private static final int SMALLEST_POINTS = 8;
    private static final int BLACK_BELOW = 185;
    private static final int LINE_GAP = 6;
    private static final Set<UnicodeScript> WIDE_SCRIPTS =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final Text line;
    private final int across;
    private final int down;

    private RasterText(Text line) {
        this.line = line;
        across = line.style() == Style.LARGE ? 2 : 1;
        down = line.style() == Style.LARGE || line.style() == Style.TALL ? 2 : 1;
    }

    /** Returns the {@code GS v 0} command that prints a line; what does not fit on the paper is cut off. */
    static byte[] command(Text line, int dots) {
        return new RasterText(line).encode(dots);
    }

    private byte[] encode(int dots) {
        List<Cell> cells = cells(line.text());
        int width = cells.stream().mapToInt(Cell::width).sum();
        BufferedImage picture = draw(cells, Math.max(Math.min(width, dots), 8));
        int bytesAcross = (picture.getWidth() + 7) / 8;
        int height = picture.getHeight();
        var command = new ByteArrayOutputStream();
        command.writeBytes(new byte[] {
            0x1D, 'v', '0', 0, (byte) bytesAcross, (byte) (bytesAcross >> 8), (byte) height, (byte) (height >> 8)
        });
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < bytesAcross * 8; x += 8) {
                command.write(eightDots(picture, x, y));
            }
        }
        return command.toByteArray();
    }

    /**
     * Gives each character its place. An ideograph needs two cells where the layout counted one; it takes the second
     * from the next gap between columns, so that the amounts at the right stay where they are.
     */
    private List<Cell> cells(String text) {
        var cells = new ArrayList<Cell>();
        int owed = 0;
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            boolean inGap = characters[i] == ' ' && i > 0 && characters[i - 1] == ' ';
            if (inGap && owed > 0) {
                owed--;
            } else {
                boolean wide = isWide(characters[i]);
                owed += wide ? 1 : 0;
                cells.add(new Cell(characters[i], CELL_WIDTH * across * (wide ? 2 : 1)));
            }
        }
        return cells;
    }

    private static boolean isWide(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return WIDE_SCRIPTS.contains(script);
    }

    private static int eightDots(BufferedImage picture, int left, int y) {
        int bits = 0;
        for (int x = left; x < left + 8; x++) {
            boolean black = x < picture.getWidth() && (picture.getRGB(x, y) & 0xFF) < BLACK_BELOW;
            bits = bits << 1 | (black ? 1 : 0);
        }
        return bits;
    }

    private BufferedImage draw(List<Cell> cells, int width) {
        var picture = new BufferedImage(width, CELL_HEIGHT * down + LINE_GAP, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int left = 0;
        for (Cell cell : cells) {
            String character = Character.toString(cell.character());
            pen.setFont(fontFor(cell, pen));
            FontMetrics metrics = pen.getFontMetrics();
            int indent = (cell.width() - metrics.stringWidth(character)) / 2;
            int baseline = (CELL_HEIGHT * down - metrics.getAscent() - metrics.getDescent()) / 2 + metrics.getAscent();
            pen.drawString(character, left + indent, baseline);
            left += cell.width();
        }
        pen.dispose();
        return picture;
    }

    /** The bundled font where it has the letter, otherwise whatever the machine has; as large as fits the cell. */
    private Font fontFor(Cell cell, Graphics2D pen) {
        FlatInterFont.install();
        int weight = line.style() == Style.NORMAL ? Font.PLAIN : Font.BOLD;
        String family = new Font(FlatInterFont.FAMILY, weight, LARGEST_POINTS).canDisplay(cell.character())
                ? FlatInterFont.FAMILY
                : Font.SANS_SERIF;
        int points = LARGEST_POINTS * down;
        Font font = new Font(family, weight, points);
        while (points > SMALLEST_POINTS
                && pen.getFontMetrics(font).stringWidth(Character.toString(cell.character())) > cell.width()) {
            font = new Font(family, weight, --points);
        }
        return font;
    }

    /** One character and the dots it has, across. */
    private record Cell(int character, int width) {}
}
