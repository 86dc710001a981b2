package org.tillwright.register.device;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** A piece of paper in neutral words: what is on it and how it stands out, not how a printer is told. */
public record Receipt(List<ReceiptLine> lines) {

    /** Most lines of one receipt. A thousand items with a discount each still fit. */
    public static final int MAX_LINES = 4_000;

    public Receipt {
        lines = List.copyOf(lines);
        if (lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("a receipt of " + lines.size() + " lines; " + MAX_LINES + " fit");
        }
    }

    /**
     * The same paper, marked at its head: whoever finds it beside the first sees which of them counts.
     *
     * @param word what a copy is called in the language of the paper
     */
    public Receipt asCopy(String word) {
        List<ReceiptLine> marked = new ArrayList<>(lines.size() + 1);
        marked.add(Text.centred(word, Style.LARGE));
        marked.addAll(lines);
        return new Receipt(marked);
    }

    /** One line of a receipt. */
    public sealed interface ReceiptLine {}

    /**
     * A line of text, already laid out: columns are made by blanks. A line longer than the paper is broken where the
     * paper ends.
     */
    public record Text(String text, Style style, Align align) implements ReceiptLine {

        public Text {
            requireNonNull(style, "style");
            requireNonNull(align, "align");
            if (text.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("a receipt line holds a control character");
            }
        }

        public static Text of(String text) {
            return new Text(text, Style.NORMAL, Align.LEFT);
        }

        public static Text of(String text, Style style) {
            return new Text(text, style, Align.LEFT);
        }

        public static Text centred(String text, Style style) {
            return new Text(text, style, Align.CENTRE);
        }
    }

    /** A barcode in the middle of the paper, with its characters below it. */
    public record Barcode(Symbology symbology, String content) implements ReceiptLine {

        public Barcode {
            requireNonNull(symbology, "symbology");
            if (!symbology.takes(content)) {
                throw new IllegalArgumentException(symbology + " cannot hold " + content);
            }
        }
    }

    /** A QR code in the middle of the paper. */
    public record QrCode(String content) implements ReceiptLine {

        /** Most characters that still print large enough to read. */
        public static final int MAX_LENGTH = 300;

        public QrCode {
            if (content.isEmpty() || content.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("a QR code of " + content.length() + " characters");
            }
        }
    }

    /** A picture of black dots in the middle of the paper. */
    public static final class Picture implements ReceiptLine {

        /** Dots across: what the narrowest paper prints. */
        public static final int MAX_WIDTH = 384;

        /** Dots down; a head that is longer is a waste of paper. */
        public static final int MAX_HEIGHT = 240;

        private final int width;
        private final int height;
        private final byte[] dots;

        /**
         * @param width in dots, a multiple of eight
         * @param dots row by row, eight dots a byte, the leftmost highest; set for black
         */
        public Picture(int width, int height, byte[] dots) {
            if (width <= 0 || width % 8 != 0 || width > MAX_WIDTH || height <= 0 || height > MAX_HEIGHT) {
                throw new IllegalArgumentException("a picture of " + width + " by " + height + " dots");
            }
            if (dots.length != width / 8 * height) {
                throw new IllegalArgumentException(dots.length + " bytes are not " + width + " by " + height + " dots");
            }
            this.width = width;
            this.height = height;
            this.dots = dots.clone();
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        public byte[] dots() {
            return dots.clone();
        }
    }

    /** Feeds the paper past the knife and cuts it. */
    public record Cut() implements ReceiptLine {}

    /** How a text stands out. */
    public enum Style {
        NORMAL(1),
        BOLD(1),
        /** Double height: as many characters on a line as normal. */
        TALL(1),
        /** Double height and double width: half as many characters on a line. */
        LARGE(2);

        private final int width;

        Style(int width) {
            this.width = width;
        }

        /** Returns how many normal columns one character takes. */
        public int width() {
            return width;
        }
    }

    /** Where a text stands. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** A kind of barcode. */
    public enum Symbology {
        /** Thirteen digits, the last of them the check digit. */
        EAN13("[0-9]{13}"),
        /** Printable ASCII. */
        CODE128("[ -~]{1,40}");

        private final String form;

        Symbology(String form) {
            this.form = form;
        }

        /** True if a barcode of this kind can hold it. */
        public boolean takes(String content) {
            return content.matches(form);
        }
    }
}
