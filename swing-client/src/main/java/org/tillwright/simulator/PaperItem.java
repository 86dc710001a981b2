package org.tillwright.simulator;

import java.util.List;

/** One thing a printer did. */
public sealed interface PaperItem {

    /** What it is in a receipt written as text. */
    String asText();

    /** Where something stands on the paper. */
    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** Letters that look alike. Widths and heights are 1 to 8 times normal. */
    record Run(String text, boolean bold, boolean underlined, boolean inverse, int width, int height) {

        int columns() {
            return text.codePointCount(0, text.length()) * width;
        }
    }

    /** One line of letters. */
    record Line(List<Run> runs, Side side) implements PaperItem {

        public Line {
            runs = List.copyOf(runs);
        }

        int columns() {
            return runs.stream().mapToInt(Run::columns).sum();
        }

        @Override
        public String asText() {
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            return text.toString().stripTrailing();
        }
    }

    /** A barcode; the bars are only known for {@code EAN13}, {@code EAN8}, {@code UPC-A} and {@code CODE128}. */
    record Bars(String symbology, String content, int dotsPerModule, int height, boolean captioned, Side side)
            implements PaperItem {

        @Override
        public String asText() {
            return "[" + symbology + " " + content + "]";
        }
    }

    /** A QR code. */
    record Qr(String content, int dotsPerModule, Side side) implements PaperItem {

        @Override
        public String asText() {
            return "[QR " + content + "]";
        }
    }

    /** A picture, one bit a dot, rows filled up to whole bytes. */
    record Raster(int bytesAcross, int height, List<Byte> bits, Side side) implements PaperItem {

        public Raster {
            bits = List.copyOf(bits);
        }

        boolean isBlack(int x, int y) {
            return (bits.get(y * bytesAcross + x / 8) >> (7 - x % 8) & 1) == 1;
        }

        @Override
        public String asText() {
            return "[picture " + bytesAcross * 8 + " x " + height + "]";
        }
    }

    /** Paper moved without printing. */
    record Feed(int dots) implements PaperItem {

        @Override
        public String asText() {
            return "";
        }
    }

    /** The knife. */
    record Cut() implements PaperItem {

        @Override
        public String asText() {
            return "[cut]";
        }
    }

    /** A pulse to the drawer. */
    record DrawerPulse(int pin, int onMillis, int offMillis) implements PaperItem {

        @Override
        public String asText() {
            return "[drawer on pin " + pin + ", " + onMillis + "/" + offMillis + " ms]";
        }
    }

    /** The register wants to be told when everything before this is printed. */
    record Asked() implements PaperItem {

        @Override
        public String asText() {
            return "";
        }
    }

    /** The register wants to be told, or no longer, whenever the printer's state changes. */
    record StatusWanted(boolean wanted) implements PaperItem {

        @Override
        public String asText() {
            return "";
        }
    }

    /** Bytes that mean nothing to this printer. */
    record Unknown(String hex) implements PaperItem {

        @Override
        public String asText() {
            return "[UNKNOWN " + hex + "]";
        }
    }
}
