package org.tillwright.web.admin.shell;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as a drawing of squares, for an SVG path in which one module is one unit. */
public final class QrDrawing {

    /** Light modules that scanners want around a code. */
    private static final int QUIET_ZONE = 4;

    private final QrCode code;

    private QrDrawing(QrCode code) {
        this.code = code;
    }

    /** Draws a text; a quarter of the code may be dirty or glaring and it still reads. */
    public static QrDrawing of(String text) {
        return new QrDrawing(QrCode.encodeText(text, QrCode.Ecc.QUARTILE));
    }

    /** Returns the width and height of the drawing with its quiet zone. */
    public int size() {
        return code.size + 2 * QUIET_ZONE;
    }

    /** Returns the dark modules; those side by side in one stroke. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int end = x;
                while (code.getModule(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
