package org.tillwright.simulator;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Takes what a label printer is sent, byte by byte, and knows each byte or says that it does not. */
abstract class LabelDecoder {

    /** The widest and longest that such printers feed, in dots at 600 to the inch. */
    private static final int MOST_DOTS = 6_000;

    private final Listener listener;

    LabelDecoder(Listener listener) {
        this.listener = listener;
    }

    abstract void take(byte each);

    /** Returns what a status question is answered with. */
    abstract byte[] status(Condition condition);

    /**
     * How the printer is.
     *
     * @param waiting labels that are still to come out
     */
    record Condition(boolean isOpen, boolean isOut, int waiting) {}

    final void printed(BufferedImage picture, int copies) {
        listener.printed(new PrintedLabel(picture, copies));
    }

    final void asked() {
        listener.asked();
    }

    final void unknown(String what) {
        listener.unknown(what);
    }

    static BufferedImage blank(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    static boolean isLabel(int width, int height) {
        return width > 0 && height > 0 && width <= MOST_DOTS && height <= MOST_DOTS;
    }

    /** Reads a whole number, or -1 for what is none. */
    static int number(String text) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
    }

    /** Hears what the printer was told, in order. */
    interface Listener {
        void printed(PrintedLabel label);

        void asked();

        void unknown(String what);
    }
}
