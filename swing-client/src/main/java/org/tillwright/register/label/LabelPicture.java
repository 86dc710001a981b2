package org.tillwright.register.label;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.tillwright.register.component.Lettering;
import org.tillwright.register.device.LabelDots;
import org.tillwright.register.device.LabelSize;
import uk.org.okapibarcode.backend.DataBarExpanded;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Draws a label: the name on top, the price as large as fits, the code at the bottom. A module of a barcode is a whole number of
 * dots, so that its bars are sharp on every printer.
 */
public final class LabelPicture {

    private static final int BLACK_BELOW = 180;
    private static final int MARGIN_TENTHS_MM = 15;
    private static final int NAME_TENTHS_MM = 32;
    private static final int SMALL_TENTHS_MM = 25;
    private static final int TENTHS_OF_MM_ON_AN_INCH = 254;
    private static final int MOST_NAME_LINES = 2;
    /** White on each side of bars, in modules: what EAN-13 asks for. */
    private static final int QUIET = 11;
    /** Wider modules make a code no easier to read. */
    private static final int WIDEST_MODULE_TENTHS_MM = 5;

    private static final int SMALLEST_POINTS = 6;

    private final LabelSize size;
    private final BufferedImage picture;
    private final Graphics2D pen;
    private final int margin;
    private int top;
    private int bottom;
    private int right;

    private LabelPicture(LabelSize size) {
        this.size = size;
        picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size.width(), size.height());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        margin = tenths(MARGIN_TENTHS_MM);
        top = margin;
        bottom = size.height() - margin;
        right = size.width() - margin;
        FlatInterFont.install();
    }

    /**
     * Returns a label as a printer's dots.
     *
     * @throws LabelTooSmallException if its code does not fit on labels of this size
     */
    public static LabelDots draw(Label label, LabelSize size) throws LabelTooSmallException {
        var drawing = new LabelPicture(size);
        drawing.draw(label);
        drawing.pen.dispose();
        return drawing.dots();
    }

    /** A label with nothing to scan on it. */
    public static LabelDots drawPlain(String name, String price, LabelSize size) {
        var drawing = new LabelPicture(size);
        drawing.name(name);
        drawing.price(new Label(name, price, "", null));
        drawing.pen.dispose();
        return drawing.dots();
    }

    private int tenths(int tenthsOfMm) {
        return tenthsOfMm * size.dpi() / TENTHS_OF_MM_ON_AN_INCH;
    }

    private void draw(Label label) throws LabelTooSmallException {
        Label.Code code = label.code();
        if (code instanceof Label.Qr qr) {
            square(qr);
        } else if (code != null) {
            bars(code);
        }
        name(label.name());
        price(label);
    }

    private void name(String name) {
        pen.setFont(font(Font.BOLD, tenths(NAME_TENTHS_MM), name));
        FontMetrics metrics = pen.getFontMetrics();
        List<String> lines = Lettering.wrap(metrics, name, right - margin, MOST_NAME_LINES);
        for (String line : lines) {
            if (top + metrics.getHeight() > bottom) {
                return;
            }
            pen.drawString(line, margin, top + metrics.getAscent());
            top += metrics.getHeight();
        }
    }

    /** As large as the rest of the label takes it; the detail stands at its left, or above it where both do not fit. */
    private void price(Label label) {
        if (label.price().isEmpty()) {
            return;
        }
        Font small = font(Font.PLAIN, tenths(SMALL_TENTHS_MM), label.detail());
        int detail = label.detail().isEmpty()
                ? 0
                : pen.getFontMetrics(small).stringWidth(label.detail()) + tenths(SMALL_TENTHS_MM);
        int room = right - margin;
        boolean isBeside = detail < room / 2;
        int points = bottom - top;
        Font large = font(Font.BOLD, points, label.price());
        int width = isBeside ? room - detail : room;
        int height = bottom - top - (isBeside ? 0 : pen.getFontMetrics(small).getHeight());
        while (points > SMALLEST_POINTS
                && (pen.getFontMetrics(large).stringWidth(label.price()) > width
                        || pen.getFontMetrics(large).getAscent() > height)) {
            large = large.deriveFont((float) --points);
        }
        int baseline = bottom - Math.max(0, (height - pen.getFontMetrics(large).getAscent()) / 2);
        baseline = Math.min(baseline, bottom - pen.getFontMetrics(large).getDescent() / 2);
        pen.setFont(large);
        pen.drawString(label.price(), right - pen.getFontMetrics().stringWidth(label.price()), baseline);
        if (!label.detail().isEmpty()) {
            pen.setFont(small);
            int at = isBeside ? baseline : top + pen.getFontMetrics().getAscent();
            pen.drawString(Lettering.fit(pen.getFontMetrics(), label.detail(), room), margin, at);
        }
    }

    /** At the bottom, with its characters below it. */
    private void bars(Label.Code code) throws LabelTooSmallException {
        Font small = font(Font.PLAIN, tenths(SMALL_TENTHS_MM), code.shown());
        int available = size.width() - 2;
        Symbol symbol = symbol(code, false);
        int dots = module(symbol, available);
        if (dots < leastModule() && code instanceof Label.DataBar) {
            symbol = symbol(code, true);
            dots = module(symbol, available);
        }
        if (dots < leastModule()) {
            throw new LabelTooSmallException(code.shown());
        }
        boolean isEan = !(code instanceof Label.DataBar);
        FontMetrics metrics = pen.getFontMetrics(small);
        // DataBar Expanded is 34 modules high, and as often as it is stacked; bars of EAN take a third of the label.
        int height = isEan ? Math.max(size.height() / 3 - metrics.getHeight(), tenths(50)) : symbol.getHeight() * dots;
        int below = metrics.getAscent();
        if (bottom - height - below - tenths(NAME_TENTHS_MM) * 2 < top) {
            throw new LabelTooSmallException(code.shown());
        }
        int left = (size.width() - symbol.getWidth() * dots) / 2;
        pen.setFont(small);
        pen.drawString(code.shown(), (size.width() - metrics.stringWidth(code.shown())) / 2, bottom);
        bottom -= below + tenths(3);
        int first = bottom - height;
        for (Rectangle bar : symbol.getRectangles()) {
            int y = isEan ? 0 : whole(bar.y) * dots;
            int high = isEan ? height : whole(bar.height) * dots;
            pen.fillRect(left + whole(bar.x) * dots, first + y, whole(bar.width) * dots, high);
        }
        bottom = first - tenths(10);
    }

    private static int whole(double units) {
        return (int) Math.round(units);
    }

    /** How many dots a module has, as wide as it fits. */
    private int module(Symbol symbol, int available) {
        return Math.min(available / (symbol.getWidth() + 2 * QUIET), Math.max(1, tenths(WIDEST_MODULE_TENTHS_MM)));
    }

    /** Fewer dots than these are under a fifth of a millimetre: handheld scanners begin to fail. */
    private int leastModule() {
        return Math.max(1, tenths(2));
    }

    private static Symbol symbol(Label.Code code, boolean stacked) {
        Symbol symbol;
        String content;
        if (code instanceof Label.Ean13 ean) {
            symbol = new Ean(Ean.Mode.EAN13);
            content = ean.digits().substring(0, ean.digits().length() - 1); // it makes the check digit itself
        } else if (code instanceof Label.Ean8 ean) {
            symbol = new Ean(Ean.Mode.EAN8);
            content = ean.digits().substring(0, ean.digits().length() - 1); // it makes the check digit itself
        } else if (code instanceof Label.DataBar bar) {
            DataBarExpanded expanded = new DataBarExpanded();
            expanded.setStacked(stacked);
            expanded.setPreferredColumns(2);
            symbol = expanded;
            content = "[01]" + bar.gtin()
                    + (bar.grams() == null ? "" : String.format(Locale.ROOT, "[3103]%06d", bar.grams()));
        } else {
            QrCode qr = new QrCode();
            qr.setPreferredEccLevel(QrCode.EccLevel.M);
            symbol = qr;
            content = code.shown();
        }
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(content);
        return symbol;
    }

    /** At the right, with its characters below it. */
    private void square(Label.Qr code) throws LabelTooSmallException {
        Font small = font(Font.PLAIN, tenths(SMALL_TENTHS_MM), code.shown());
        FontMetrics metrics = pen.getFontMetrics(small);
        Symbol symbol = symbol(code, false);
        int room = Math.min(size.height() - 2 * margin - metrics.getHeight(), size.width() / 2);
        int dots = Math.min(room / (symbol.getWidth() + 4), tenths(WIDEST_MODULE_TENTHS_MM) * 2);
        if (dots < leastModule()) {
            throw new LabelTooSmallException(code.shown());
        }
        int side = symbol.getWidth() * dots;
        int left = right - side;
        int first = margin;
        for (Rectangle module : symbol.getRectangles()) {
            pen.fillRect(
                    left + whole(module.x) * dots,
                    first + whole(module.y) * dots,
                    whole(module.width) * dots,
                    whole(module.height) * dots);
        }
        pen.setFont(small);
        String shown = Lettering.fit(metrics, code.shown(), right - margin);
        pen.drawString(shown, right - metrics.stringWidth(shown), bottom);
        bottom -= metrics.getHeight();
        right = left - 4 * dots;
    }

    /** The bundled font where it has the letters, otherwise whatever the machine has. */
    private static Font font(int weight, int points, String text) {
        Font bundled = new Font(FlatInterFont.FAMILY, weight, points);
        return bundled.canDisplayUpTo(text) < 0 ? bundled : new Font(Font.SANS_SERIF, weight, points);
    }

    private LabelDots dots() {
        int across = (size.width() + 7) / 8;
        byte[] dots = new byte[across * size.height()];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if ((picture.getRGB(x, y) & 0xFF) < BLACK_BELOW) {
                    dots[y * across + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return new LabelDots(size.width(), size.height(), dots);
    }

    /** The code of a label does not fit on it. */
    public static final class LabelTooSmallException extends Exception {

        LabelTooSmallException(String code) {
            super(code + " does not fit on labels of this size");
        }
    }
}
