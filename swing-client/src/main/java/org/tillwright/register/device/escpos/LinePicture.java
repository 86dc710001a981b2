package org.tillwright.register.device.escpos;

import org.tillwright.register.device.Receipt.Text;

/**
 * A line of text that a printer has no letters for, as dots.
 *
 * @param width in dots, a multiple of eight
 * @param height in dots
 * @param dots row by row, eight dots a byte, the leftmost highest; set for black
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LinePicture(int width, int height, byte[] dots) {

    /**
     * Draws a line as on any other printer: letters stand in cells of 12 dots.
     *
     * @param columns normal characters on a line
     */
    public static LinePicture of(Text line, int columns) {
        return RasterText.picture(line, columns * PrinterModel.CELL_WIDTH);
    }
}
