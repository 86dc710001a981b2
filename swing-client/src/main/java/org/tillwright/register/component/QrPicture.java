package org.tillwright.register.component;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.qr.QrMatrix;

/** A QR code for a phone: black on white in every theme, as large as whole pixels a module allow, with its quiet zone. */
public final class QrPicture extends JComponent {

    /** Modules of white on each side, without which phones do not find it. */
    private static final int QUIET = 4;

    private static final int LEAST_SIDE = 160;

    private @Nullable QrMatrix matrix;
    private String shown = "";

    /** @param name what a screen reader says of it */
    public QrPicture(String name) {
        getAccessibleContext();
        setName("qr");
        setToolTipText(name);
        setPreferredSize(new Dimension(LEAST_SIDE, LEAST_SIDE));
    }

    /** Shows another text; an empty one shows nothing. */
    public void show(String text) {
        if (!text.equals(shown)) {
            shown = text;
            matrix = text.isEmpty() ? null : QrMatrix.of(text);
            repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        QrMatrix code = matrix;
        if (code == null) {
            return;
        }
        int modules = code.size() + 2 * QUIET;
        int module = Math.max(1, Math.min(getWidth(), getHeight()) / modules);
        int side = module * modules;
        int left = (getWidth() - side) / 2;
        int top = (getHeight() - side) / 2;
        graphics.setColor(Color.WHITE);
        graphics.fillRect(left, top, side, side);
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.isBlack(x, y)) {
                    graphics.fillRect(left + (x + QUIET) * module, top + (y + QUIET) * module, module, module);
                }
            }
        }
    }
}
