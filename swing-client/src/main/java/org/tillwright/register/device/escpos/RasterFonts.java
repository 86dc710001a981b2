package org.tillwright.register.device.escpos;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The fonts of lines that are printed as pictures: DejaVu, which comes with the register and has Latin, Greek, Cyrillic,
 * Arabic, Hebrew and more; for what it lacks, such as Chinese, whatever the machine has. Read when first needed, which
 * takes a tenth of a second.
 */
final class RasterFonts {

    /** At this size a letter of the font with letters of one width is exactly one cell wide. */
    static final float POINTS = PrinterModel.CELL_WIDTH / 0.602f;

    /** An ideograph fills its two cells. */
    private static final float WIDE_POINTS = PrinterModel.CELL_WIDTH * 2 - 1;

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private RasterFonts() {}

    /** The font for a letter that stands in a cell of its own. */
    static Font inCell(int letter, boolean bold) {
        Font fixed = bold ? Bundled.MONO_BOLD : Bundled.MONO;
        return fixed.canDisplay(letter) ? fixed : inText(letter, bold);
    }

    /** The font for a letter whose shape and width depend on its neighbours. */
    static Font inText(int letter, boolean bold) {
        Font flowing = bold ? Bundled.SANS_BOLD : Bundled.SANS;
        return flowing.canDisplay(letter) ? flowing : ofTheMachine(bold, POINTS);
    }

    /** The font for a letter that is as wide as it is high. */
    static Font wide(boolean bold) {
        return ofTheMachine(bold, WIDE_POINTS);
    }

    /** Java's own name for all fonts that the machine has, tried one after the other. */
    private static Font ofTheMachine(boolean bold, float points) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont(points);
    }

    /** Loaded with the first line that needs them. */
    private static final class Bundled {

        static final Font MONO = load("DejaVuSansMono.ttf");
        static final Font MONO_BOLD = load("DejaVuSansMono-Bold.ttf");
        static final Font SANS = load("DejaVuSans.ttf");
        static final Font SANS_BOLD = load("DejaVuSans-Bold.ttf");

        private static Font load(String file) {
            try (InputStream bytes = RasterFonts.class.getResourceAsStream(FOLDER + file)) {
                if (bytes == null) {
                    throw new IllegalStateException("the font " + file + " is missing from this program");
                }
                return Font.createFont(Font.TRUETYPE_FONT, bytes).deriveFont(POINTS);
            } catch (IOException e) {
                throw new UncheckedIOException("the font " + file + " cannot be read", e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the font " + file + " is damaged", e);
            }
        }
    }
}
