package org.tillwright.register.device.escpos;

import java.util.List;

/**
 * What a printer can do.
 *
 * @param columns normal characters on a line: 42 on most 80 mm printers, 48 on others
 * @param pages code pages it has; letters on none of them are printed as a picture
 */
public record PrinterModel(int columns, List<CodePage> pages, Knife knife) {

    /** Dots of one normal character, across and down. */
    static final int CELL_WIDTH = 12;

    static final int CELL_HEIGHT = 24;

    public PrinterModel {
        pages = List.copyOf(pages);
    }

    /** Dots on a line. */
    int dots() {
        return columns * CELL_WIDTH;
    }
}
