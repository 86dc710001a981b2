package org.tillwright.register.device.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Align;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;

/**
 * Turns a receipt into ESC/POS. Says only what changes from line to line, since a printer at 9600 bits a second shows
 * every byte.
 */
final class EscPosWriter {

    private static final byte[] INITIALIZE = {0x1B, '@'};
    /** Printers sold in Asia begin in a mode that takes two bytes for one letter. */
    private static final byte[] LEAVE_KANJI_MODE = {0x1C, '.'};

    private static final Map<Character, Character> TWINS = Map.of(
            '\u2212', '-', // minus sign
            '\u2013', '-', // en dash
            '\u2019', '\'',
            '\u00A0', ' ', // no-break space
            '\u202F', ' ', // narrow no-break space
            '\u2009', ' ', // thin space
            '\u00D7', 'x'); // multiplication sign
    private static final int BARCODE_HEIGHT = 80;
    private static final int EAN13_MODULES = 113;
    private static final int NARROW_BAR = 2;
    private static final int WIDE_BAR = 3;
    private static final int LARGEST_QR_DOT = 6;

    private final PrinterModel model;
    /** What the receipt's QR codes say. */
    private final List<String> squares;

    private final Map<CodePage, CharsetEncoder> encoders = new EnumMap<>(CodePage.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private @Nullable CodePage page;
    private Style style = Style.NORMAL;
    private Align align = Align.LEFT;
    private int longest;

    private EscPosWriter(Receipt receipt, PrinterModel model) {
        this.model = model;
        this.squares = receipt.lines().stream()
                .filter(QrCode.class::isInstance)
                .map(line -> ((QrCode) line).content())
                .toList();
        model.pages().forEach(each -> encoders.put(each, each.charset().newEncoder()));
    }

    /**
     * A receipt as bytes.
     *
     * @param longestCommand bytes of the longest of its commands, at most
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Encoded(byte[] bytes, int longestCommand) {}

    /** Returns the whole receipt as bytes. */
    static byte[] encode(Receipt receipt, PrinterModel model) {
        return write(receipt, model).bytes();
    }

    static Encoded write(Receipt receipt, PrinterModel model) {
        var writer = new EscPosWriter(receipt, model);
        writer.bytes(INITIALIZE);
        writer.bytes(LEAVE_KANJI_MODE);
        receipt.lines().forEach(writer::line);
        return new Encoded(writer.out.toByteArray(), writer.longest + CutOff.LONGEST_HEAD);
    }

    private void line(ReceiptLine line) {
        if (line instanceof Text text) {
            text(text);
        } else if (line instanceof Barcode barcode) {
            barcode(barcode);
        } else if (line instanceof QrCode qr) {
            qr(qr);
        } else if (line instanceof Picture picture) {
            picture(picture);
        } else if (line instanceof Cut) {
            bytes(model.knife().command());
        }
    }

    private void text(Text asLaidOut) {
        Text line = new Text(plainer(asLaidOut.text()), asLaidOut.style(), asLaidOut.align());
        align(line.align());
        if (!isPrintable(line.text())) {
            bytes(RasterText.command(line, model.dots()));
            return;
        }
        style(line.style());
        int at = 0;
        while (at < line.text().length()) {
            CodePage best = bestPage(line.text(), at);
            int end = at + reach(best, line.text(), at);
            bytes(line.text().substring(at, end).getBytes(turnTo(best).charset()));
            at = end;
        }
        out.write('\n');
    }

    /** Typography that no code page holds has a plain twin of the same width; a picture would be a poor bargain. */
    private String plainer(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            char twin = TWINS.getOrDefault(character, character);
            plain.append(
                    Character.isSpaceChar(character) || !isPrintable(String.valueOf(character)) ? twin : character);
        }
        return plain.toString();
    }

    private CodePage turnTo(CodePage wanted) {
        if (wanted != page) {
            bytes((byte) 0x1B, (byte) 't', (byte) wanted.number());
            page = wanted;
        }
        return wanted;
    }

    /** The current page as long as it will do, otherwise the one that holds most of what follows. */
    private CodePage bestPage(String text, int from) {
        CodePage best = page == null ? firstPage() : page;
        if (page != null && reach(page, text, from) > 0) {
            return page;
        }
        for (CodePage other : model.pages()) {
            if (reach(other, text, from) > reach(best, text, from)) {
                best = other;
            }
        }
        return best;
    }

    /** Returns how many characters from here on a page can print. */
    private int reach(CodePage page, String text, int from) {
        CharsetEncoder encoder = encoders.get(page);
        int end = from;
        while (end < text.length() && canEncode(encoder, text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    private static boolean canEncode(@Nullable CharsetEncoder encoder, char character) {
        return (character >= ' ' && character < 0x7F) || (encoder != null && encoder.canEncode(character));
    }

    private boolean isPrintable(String text) {
        return text.chars()
                .allMatch(c -> canEncode(null, (char) c)
                        || encoders.values().stream().anyMatch(encoder -> canEncode(encoder, (char) c)));
    }

    /** Plain letters are the same on every page; a printer without any page still has those. */
    private CodePage firstPage() {
        return model.pages().isEmpty() ? CodePage.CP858 : model.pages().get(0);
    }

    private void barcode(Barcode barcode) {
        align(Align.CENTRE);
        style(Style.NORMAL);
        Code128 code128 = Code128.of(barcode.content());
        int modules = barcode.symbology() == Symbology.EAN13 ? EAN13_MODULES : code128.modules();
        if (modules * NARROW_BAR > model.dots()) {
            // Wider than the paper it would not be printed at all. As a square it fits, and can still be keyed; where
            // the
            // receipt has a square that says the same, a second one is a riddle.
            if (squares.stream().noneMatch(square -> saysToo(square, barcode.content()))) {
                qr(new QrCode(barcode.content()));
            }
            text(Text.centred(barcode.content(), Style.NORMAL));
            return;
        }
        int bar = modules * WIDE_BAR > model.dots() ? NARROW_BAR : WIDE_BAR;
        bytes((byte) 0x1D, (byte) 'h', (byte) BARCODE_HEIGHT);
        bytes((byte) 0x1D, (byte) 'w', (byte) bar);
        bytes((byte) 0x1D, (byte) 'H', (byte) 2);
        byte[] content = barcode.symbology() == Symbology.EAN13
                ? barcode.content().getBytes(StandardCharsets.US_ASCII)
                : code128.bytes();
        int kind = barcode.symbology() == Symbology.EAN13 ? 67 : 73;
        bytes((byte) 0x1D, (byte) 'k', (byte) kind, (byte) content.length);
        bytes(content);
    }

    /** The square of a receipt's number has a word before it that says what it is. */
    private static boolean saysToo(String square, String content) {
        return square.equals(content) || square.endsWith(":" + content);
    }

    private void picture(Picture picture) {
        align(Align.CENTRE);
        int across = picture.width() / 8;
        bytes((byte) 0x1D, (byte) 'v', (byte) '0', (byte) 0);
        bytes((byte) across, (byte) (across >> 8), (byte) picture.height(), (byte) (picture.height() >> 8));
        bytes(picture.dots());
    }

    private void qr(QrCode qr) {
        align(Align.CENTRE);
        byte[] content = qr.content().getBytes(StandardCharsets.UTF_8);
        // Dots a module such that even the widest code for this much text stays well inside the paper.
        int dot = content.length > 150 ? 4 : LARGEST_QR_DOT;
        qrFunction(65, new byte[] {50, 0});
        qrFunction(67, new byte[] {(byte) dot});
        qrFunction(69, new byte[] {49});
        byte[] store = new byte[content.length + 1];
        store[0] = 48;
        System.arraycopy(content, 0, store, 1, content.length);
        qrFunction(80, store);
        qrFunction(81, new byte[] {48});
    }

    private void qrFunction(int function, byte[] parameters) {
        int length = parameters.length + 2;
        bytes((byte) 0x1D, (byte) '(', (byte) 'k', (byte) length, (byte) (length >> 8), (byte) 49, (byte) function);
        bytes(parameters);
    }

    private void align(Align wanted) {
        if (wanted != align) {
            bytes((byte) 0x1B, (byte) 'a', number(wanted));
            align = wanted;
        }
    }

    private static byte number(Align align) {
        return switch (align) {
            case LEFT -> 0;
            case CENTRE -> 1;
            case RIGHT -> 2;
        };
    }

    private void style(Style wanted) {
        if (wanted == style) {
            return;
        }
        if (isBold(wanted) != isBold(style)) {
            bytes((byte) 0x1B, (byte) 'E', (byte) (isBold(wanted) ? 1 : 0));
        }
        if (size(wanted) != size(style)) {
            bytes((byte) 0x1D, (byte) '!', (byte) size(wanted));
        }
        style = wanted;
    }

    private static boolean isBold(Style style) {
        return style != Style.NORMAL;
    }

    private static int size(Style style) {
        return switch (style) {
            case NORMAL, BOLD -> 0x00;
            case TALL -> 0x01;
            case LARGE -> 0x11;
        };
    }

    private void bytes(byte... bytes) {
        longest = Math.max(longest, bytes.length);
        out.writeBytes(bytes);
    }
}
