package org.tillwright.wire.receipt;

/** One line of paper in neutral words: what is on it and how it stands out. */
public sealed interface PaperLine {

    /** Text, already in columns made by blanks, and free of control characters. */
    record Text(String text, Style style, Align align) implements PaperLine {}

    /** A Code 128 in the middle of the paper, with its characters below it. */
    record Barcode(String content) implements PaperLine {}

    /** A QR code in the middle of the paper. */
    record Qr(String content) implements PaperLine {}

    /** The shop's picture, in the middle of the paper; whoever prints it has it. */
    record Logo() implements PaperLine {}

    /** The end of the paper. */
    record Cut() implements PaperLine {}

    /** How a text stands out. */
    enum Style {
        NORMAL,
        BOLD,
        /** Double height. */
        TALL,
        /** Double height and double width: half as many characters on a line. */
        LARGE
    }

    /** Where a text stands. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
