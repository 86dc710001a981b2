package org.tillwright.register.device.jpos.unit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.Symbology;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/** Draws codes for printers that print pictures but not this code. */
final class CodePicture {

    private static final int BAR_HEIGHT = 40;

    /** White beside a code, in its narrowest bars; scanners want ten beside bars and four around a square. */
    private static final int QUIET_BARS = 10;

    private static final int QUIET_SQUARE = 4;

    /** Dots of the narrowest bar: 0.375 mm where a millimetre has eight dots. */
    private static final int LARGEST_DOT = 6;

    private static final int SMALLEST_DOT = 2;

    private CodePicture() {}

    /** A barcode, or nothing where it is wider than any paper. */
    static Optional<Picture> of(Barcode barcode) {
        Symbol symbol = barcode.symbology() == Symbology.EAN13 ? new Ean(Ean.Mode.EAN13) : new Code128();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setBarHeight(BAR_HEIGHT);
        symbol.setQuietZoneHorizontal(QUIET_BARS);
        // The library works out the check digit itself.
        String content = barcode.content();
        return drawn(symbol, barcode.symbology() == Symbology.EAN13 ? content.substring(0, 12) : content);
    }

    /** A QR code. */
    static Optional<Picture> of(QrCode qr) {
        var symbol = new uk.org.okapibarcode.backend.QrCode();
        symbol.setQuietZoneHorizontal(QUIET_SQUARE);
        symbol.setQuietZoneVertical(QUIET_SQUARE);
        return drawn(symbol, qr.content());
    }

    private static Optional<Picture> drawn(Symbol symbol, String content) {
        try {
            symbol.setContent(content);
        } catch (OkapiException e) {
            return Optional.empty();
        }
        int dot = LARGEST_DOT;
        while (dot > SMALLEST_DOT && !fits(symbol, dot)) {
            dot--;
        }
        return fits(symbol, dot) ? Optional.of(drawn(symbol, dot)) : Optional.empty();
    }

    private static boolean fits(Symbol symbol, int dot) {
        return eights(symbol.getWidth() * dot) <= Picture.MAX_WIDTH && symbol.getHeight() * dot <= Picture.MAX_HEIGHT;
    }

    private static int eights(int dots) {
        return (dots + 7) / 8 * 8;
    }

    private static Picture drawn(Symbol symbol, int dot) {
        int width = eights(symbol.getWidth() * dot);
        int height = symbol.getHeight() * dot;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        new Java2DRenderer(pen, dot, uk.org.okapibarcode.graphics.Color.WHITE, uk.org.okapibarcode.graphics.Color.BLACK)
                .render(symbol);
        pen.dispose();
        byte[] dots = new byte[width / 8 * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((image.getRGB(x, y) & 0xFF) < 0x80) {
                    dots[(y * width + x) / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return new Picture(width, height, dots);
    }
}
