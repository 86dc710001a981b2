package org.tillwright.report.content;

/**
 * One line of a receipt that is printed as a document.
 *
 * @param text what stands there, or what a code holds
 */
public record PaperRow(Kind kind, Place place, String text) {

    /** What it is. */
    public enum Kind {
        NORMAL,
        BOLD,
        /** Double height. */
        TALL,
        /** Double height and width. */
        LARGE,
        BARCODE,
        QR,
        /** The shop's picture; whoever prints the receipt has it. */
        PICTURE
    }

    /** Where it stands. */
    public enum Place {
        LEFT,
        CENTRE,
        RIGHT
    }
}
