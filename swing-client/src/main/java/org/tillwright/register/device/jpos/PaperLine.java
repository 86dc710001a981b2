package org.tillwright.register.device.jpos;

import static java.util.Objects.requireNonNullElse;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.Receipt.Align;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.wire.json.Limit;

/**
 * A line of a receipt on its way to a maker's service.
 *
 * @param kind {@code text}, {@code barcode}, {@code qr}, {@code picture} or {@code cut}
 * @param text what it says
 * @param look style of a text, or symbology of a barcode
 * @param align where a text stands
 * @param width of a picture, in dots
 * @param height of a picture, in dots
 * @param dots of a picture, as {@link Picture} has them, in Base64
 */
public record PaperLine(
        String kind,
        @Nullable @Limit(MOST_TEXT) String text,
        @Nullable String look,
        @Nullable String align,
        @Nullable Long width,
        @Nullable Long height,
        @Nullable @Limit(MOST_DOTS) String dots) {

    /** Characters of a line: forty times what paper holds. */
    static final int MOST_TEXT = 2_000;

    /** The largest picture in Base64. */
    static final int MOST_DOTS = (Picture.MAX_WIDTH / 8 * Picture.MAX_HEIGHT + 2) / 3 * 4;

    /** Names and marks around what a line says, in bytes. */
    private static final int MOST_FRAME_BYTES = 150;

    /** A sign that JSON writes as an escape. */
    private static final int MOST_SIGN_BYTES = 6;

    static PaperLine of(ReceiptLine line) {
        if (line instanceof Text text) {
            return said(
                    "text",
                    whole(text.text(), MOST_TEXT),
                    text.style().name(),
                    text.align().name());
        } else if (line instanceof Barcode barcode) {
            return said("barcode", barcode.content(), barcode.symbology().name(), null);
        } else if (line instanceof QrCode qr) {
            return said("qr", qr.content(), null, null);
        } else if (line instanceof Picture picture) {
            return new PaperLine(
                    "picture",
                    null,
                    null,
                    null,
                    (long) picture.width(),
                    (long) picture.height(),
                    Base64.getEncoder().encodeToString(picture.dots()));
        }
        return said("cut", null, null, null);
    }

    private static PaperLine said(String kind, @Nullable String text, @Nullable String look, @Nullable String align) {
        return new PaperLine(kind, text, look, align, null, null, null);
    }

    /** The most bytes that it takes as JSON. */
    int mostBytes() {
        return MOST_FRAME_BYTES
                + MOST_SIGN_BYTES * (text == null ? 0 : text.length())
                + (dots == null ? 0 : dots.length());
    }

    /** A text without halves of characters, which a cut through a name can leave and no message may hold. */
    static String whole(String text, int most) {
        var whole = new StringBuilder(Math.min(text.length(), most));
        text.codePoints().forEach(character -> {
            boolean isHalf = Character.getType(character) == Character.SURROGATE;
            int next = isHalf ? '?' : character;
            if (whole.length() + Character.charCount(next) <= most) {
                whole.appendCodePoint(next);
            }
        });
        return whole.toString();
    }

    /**
     * The line that it is.
     *
     * @throws IllegalArgumentException if it is none
     */
    ReceiptLine line() {
        String words = requireNonNullElse(text, "");
        return switch (kind) {
            case "text" -> new Text(words, Style.valueOf(String.valueOf(look)), Align.valueOf(String.valueOf(align)));
            case "barcode" -> new Barcode(Symbology.valueOf(String.valueOf(look)), words);
            case "qr" -> new QrCode(words);
            case "picture" ->
                new Picture(
                        requireNonNullElse(width, 0L).intValue(),
                        requireNonNullElse(height, 0L).intValue(),
                        Base64.getDecoder().decode(requireNonNullElse(dots, "")));
            case "cut" -> new Cut();
            default -> throw new IllegalArgumentException("a receipt line of the kind " + kind);
        };
    }
}
