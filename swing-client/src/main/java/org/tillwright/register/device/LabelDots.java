package org.tillwright.register.device;

/** A label as a printer's head burns it: black dots and white ones. Never changes. */
public final class LabelDots {

    private final int width;
    private final int height;
    private final byte[] dots;

    /**
     * @param width in dots
     * @param height in dots
     * @param dots row by row, eight dots a byte, the leftmost highest; set for black. What is over at the end of a row is white.
     */
    public LabelDots(int width, int height, byte[] dots) {
        if (width <= 0 || height <= 0 || dots.length != (width + 7) / 8 * height) {
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

    /** Bytes of one row. */
    public int bytesAcross() {
        return (width + 7) / 8;
    }

    /** Row by row, eight dots a byte, the leftmost highest; set for black. */
    public byte[] dots() {
        return dots.clone();
    }

    public boolean isBlack(int x, int y) {
        return (dots[y * bytesAcross() + x / 8] >> (7 - x % 8) & 1) == 1;
    }
}
