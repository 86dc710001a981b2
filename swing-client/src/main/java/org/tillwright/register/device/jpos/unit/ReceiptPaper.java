package org.tillwright.register.device.jpos.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.tillwright.register.device.Receipt.Align;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.device.escpos.LinePicture;

/**
 * Prints receipts with what UnifiedPOS has for it: escape sequences that begin with {@code ESC |}, barcodes and bitmaps. What a
 * service cannot do comes out in the next best way, and never as nothing.
 */
final class ReceiptPaper {

    private static final int STATION = POSPrinterConst.PTR_S_RECEIPT;
    private static final String ESC = "\u001B|";
    private static final String CENTRED = ESC + "cA";

    /** Text is handed over in pieces, because some services wait for the printer after each. */
    private static final int PIECE_CHARACTERS = 2_000;

    /** A cut that leaves a bridge; how much is left standing is the printer's matter. */
    private static final int CUT_PERCENT = 90;

    /** The first version of UnifiedPOS with bitmaps out of memory. */
    private static final int VERSION_OF_MEMORY_BITMAPS = 1_010_000;

    private static final int BAR_HEIGHT_MM = 10;
    private static final int EAN13_WIDTH_MM = 38;
    private static final int CODE128_WIDTH_MM = 60;
    private static final int QR_WIDTH_MM = 28;
    private static final int METRIC = 100;
    private static final int DOTS_A_MM = 8;

    private final POSPrinter printer;
    private final PrinterAbilities can;
    private final LetterPrint letters;
    private final int unitsAMm;
    private final StringBuilder piece = new StringBuilder();

    /** @param isMetric true if lengths are hundredths of a millimetre, false for dots */
    ReceiptPaper(POSPrinter printer, PrinterAbilities can, Letters letters, boolean isMetric) {
        this.printer = printer;
        this.can = can;
        this.letters = new LetterPrint(letters, can.columns());
        unitsAMm = isMetric ? METRIC : DOTS_A_MM;
    }

    /** Prints all, and returns when it is on paper as far as the service can tell. */
    void print(List<ReceiptLine> receipt) throws JposException {
        piece.setLength(0);
        if (can.hasTransactions()) {
            printer.transactionPrint(STATION, POSPrinterConst.PTR_TP_TRANSACTION);
        }
        for (ReceiptLine line : receipt) {
            line(line);
        }
        handOver();
        if (can.hasTransactions()) {
            printer.transactionPrint(STATION, POSPrinterConst.PTR_TP_NORMAL);
        }
    }

    /** Forgets what was not handed over. */
    void forget() {
        piece.setLength(0);
    }

    private void line(ReceiptLine line) throws JposException {
        if (line instanceof Text text) {
            text(text);
        } else if (line instanceof Barcode barcode) {
            barcode(barcode);
        } else if (line instanceof QrCode qr) {
            qr(qr);
        } else if (line instanceof Picture picture) {
            isPrinted(picture); // a printer without pictures prints a receipt without a head
        } else if (line instanceof Cut) {
            cut();
        }
    }

    private void text(Text text) throws JposException {
        if (letters.mustBeDrawn(text.text()) && isDrawn(text)) {
            return;
        }
        for (String each :
                letters.lines(text, isLarge(text.style()) ? text.style().width() : 1)) {
            if (letters.mustTurn(each)) {
                handOver(); // what went before is in the letters before
                letters.turnTo(each);
            }
            piece.append(look(text.style(), text.align())).append(each).append('\n');
            if (piece.length() >= PIECE_CHARACTERS) {
                handOver();
            }
        }
    }

    /** Draws letters that no set holds; false where the printer cannot, and then they are spelled in Latin ones. */
    private boolean isDrawn(Text text) throws JposException {
        int stands =
                switch (text.align()) {
                    case LEFT -> POSPrinterConst.PTR_BM_LEFT;
                    case CENTRE -> POSPrinterConst.PTR_BM_CENTER;
                    case RIGHT -> POSPrinterConst.PTR_BM_RIGHT;
                };
        return can.hasPictures() && isPrinted(BitmapFile.of(LinePicture.of(text, can.columns())), stands);
    }

    /** Begins from what is normal, because services differ in how long a look lasts. */
    private String look(Style style, Align align) {
        String stands =
                switch (align) {
                    case LEFT -> "";
                    case CENTRE -> CENTRED;
                    case RIGHT -> ESC + "rA";
                };
        String bold = style != Style.NORMAL && can.isBold() ? ESC + "bC" : "";
        return ESC + "N" + stands + bold + size(style);
    }

    private String size(Style style) {
        return switch (style) {
            case NORMAL, BOLD -> "";
            case TALL -> can.isTall() ? ESC + "3C" : "";
            case LARGE -> {
                if (can.isLarge()) {
                    yield ESC + "4C";
                }
                yield can.isWide() ? ESC + "2C" : size(Style.TALL);
            }
        };
    }

    private boolean isLarge(Style style) {
        return style == Style.LARGE && (can.isLarge() || can.isWide());
    }

    private void handOver() throws JposException {
        if (!piece.isEmpty()) {
            String text = piece.toString();
            piece.setLength(0);
            printer.printNormal(STATION, text);
        }
    }

    private void barcode(Barcode barcode) throws JposException {
        boolean isEan = barcode.symbology() == Symbology.EAN13;
        int kind = isEan ? POSPrinterConst.PTR_BCS_EAN13 : POSPrinterConst.PTR_BCS_Code128;
        int width = isEan ? EAN13_WIDTH_MM : CODE128_WIDTH_MM;
        if (code(barcode.content(), kind, BAR_HEIGHT_MM, width, POSPrinterConst.PTR_BC_TEXT_BELOW)) {
            return;
        }
        Optional<Picture> drawn = CodePicture.of(barcode);
        Optional<Picture> square =
                drawn.isPresent() ? drawn : CodePicture.of(new QrCode(barcode.content())); // wider than any paper
        if (square.isPresent()) {
            isPrinted(square.get());
        }
        text(Text.centred(barcode.content(), Style.NORMAL));
    }

    private void qr(QrCode qr) throws JposException {
        int kind = POSPrinterConst.PTR_BCS_QRCODE;
        if (code(qr.content(), kind, QR_WIDTH_MM, QR_WIDTH_MM, POSPrinterConst.PTR_BC_TEXT_NONE)) {
            return;
        }
        Optional<Picture> drawn = can.hasPictures() ? CodePicture.of(qr) : Optional.empty();
        if (drawn.isEmpty() || !isPrinted(drawn.get())) {
            text(Text.of(qr.content())); // what can be keyed is better than nothing
        }
    }

    /** Has the service print a code; false where it cannot print this one, and nothing was printed then. */
    private boolean code(String content, int kind, int heightMm, int widthMm, int text) throws JposException {
        if (!can.hasBarcodes()) {
            return false;
        }
        handOver();
        try {
            printer.printBarCode(
                    STATION,
                    content,
                    kind,
                    heightMm * unitsAMm,
                    widthMm * unitsAMm,
                    POSPrinterConst.PTR_BC_CENTER,
                    text);
            return true;
        } catch (JposException e) {
            if (isRefused(e)) {
                return false;
            }
            throw e;
        }
    }

    /** A parameter that the service does not take; anything else is trouble with the printer. */
    private static boolean isRefused(JposException error) {
        int extended = error.getErrorCodeExtended();
        boolean doesNotFit =
                extended == POSPrinterConst.JPOS_EPTR_TOOBIG || extended == POSPrinterConst.JPOS_EPTR_BADFORMAT;
        return error.getErrorCode() == JposConst.JPOS_E_ILLEGAL
                || (error.getErrorCode() == JposConst.JPOS_E_EXTENDED && doesNotFit);
    }

    /** Prints a picture; false where the printer cannot, and nothing was printed then. */
    private boolean isPrinted(Picture picture) throws JposException {
        return can.hasPictures() && isPrinted(BitmapFile.of(picture), POSPrinterConst.PTR_BM_CENTER);
    }

    private boolean isPrinted(byte[] bitmap, int stands) throws JposException {
        handOver();
        try {
            if (can.version() >= VERSION_OF_MEMORY_BITMAPS) {
                printer.printMemoryBitmap(
                        STATION, bitmap, POSPrinterConst.PTR_BMT_BMP, POSPrinterConst.PTR_BM_ASIS, stands);
            } else {
                printFile(bitmap, stands);
            }
            return true;
        } catch (JposException e) {
            if (isRefused(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Services before version 1.10 take a bitmap only out of a file. */
    private void printFile(byte[] bitmap, int stands) throws JposException {
        try {
            Path file = Files.createTempFile("receipt", ".bmp");
            try {
                Files.write(file, bitmap);
                printer.printBitmap(STATION, file.toString(), POSPrinterConst.PTR_BM_ASIS, stands);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new JposException(JposConst.JPOS_E_FAILURE, "a picture could not be put on the disk", e);
        }
    }

    /** Feeds the paper past the knife and cuts it; without a knife, past the edge that it is torn off at. */
    private void cut() throws JposException {
        if (can.hasKnife()) {
            piece.append(ESC).append(CUT_PERCENT).append("fP");
        } else {
            piece.append("\n".repeat(can.linesToKnife()));
        }
        handOver();
    }
}
