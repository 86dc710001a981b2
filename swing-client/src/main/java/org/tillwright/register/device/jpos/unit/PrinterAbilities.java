package org.tillwright.register.device.jpos.unit;

import java.util.Arrays;
import java.util.List;
import jpos.POSPrinter;

/**
 * What the service of a receipt printer can do.
 *
 * @param columns normal characters on a line
 * @param isBold it prints bold
 * @param isTall it prints in double height
 * @param isWide it prints in double width
 * @param isLarge it prints in double height and width
 * @param hasBarcodes it prints barcodes
 * @param hasPictures it prints pictures
 * @param hasKnife it cuts the paper
 * @param hasTransactions it takes a receipt in pieces and prints it at one go
 * @param linesToKnife lines from the print head to the knife, where paper is torn off
 * @param version of the service, such as 1014000
 */
record PrinterAbilities(
        int columns,
        boolean isBold,
        boolean isTall,
        boolean isWide,
        boolean isLarge,
        boolean hasBarcodes,
        boolean hasPictures,
        boolean hasKnife,
        boolean hasTransactions,
        int linesToKnife,
        int version) {

    private static final int USUAL_COLUMNS = 42;
    private static final int USUAL_LINES_TO_KNIFE = 5;
    private static final int MOST_LINES_TO_KNIFE = 12;

    /** Asks an enabled printer; {@code wanted} characters on a line are set where it has them. */
    static PrinterAbilities of(POSPrinter printer, int wanted) {
        int columns = columns(printer, wanted);
        boolean isReceiptPrinter = Ability.is(printer::getCapRecPresent);
        int toKnife = Ability.number(printer::getRecLinesToPaperCut, USUAL_LINES_TO_KNIFE);
        return new PrinterAbilities(
                columns,
                isReceiptPrinter && Ability.is(printer::getCapRecBold),
                isReceiptPrinter && Ability.is(printer::getCapRecDhigh),
                isReceiptPrinter && Ability.is(printer::getCapRecDwide),
                isReceiptPrinter && Ability.is(printer::getCapRecDwideDhigh),
                isReceiptPrinter && Ability.is(printer::getCapRecBarCode),
                isReceiptPrinter && Ability.is(printer::getCapRecBitmap),
                isReceiptPrinter && Ability.is(printer::getCapRecPapercut),
                Ability.is(printer::getCapTransaction),
                Math.max(1, Math.min(MOST_LINES_TO_KNIFE, toKnife)),
                Ability.number(printer::getDeviceServiceVersion, 0));
    }

    private static int columns(POSPrinter printer, int wanted) {
        int now = Ability.number(printer::getRecLineChars, USUAL_COLUMNS);
        if (now != wanted && numbers(Ability.text(printer::getRecLineCharsList)).contains(wanted)) {
            Ability.done(() -> printer.setRecLineChars(wanted));
            now = Ability.number(printer::getRecLineChars, now);
        }
        return now > 0 ? now : USUAL_COLUMNS;
    }

    /** Reads a list such as {@code 42,56}; what is no number in it is passed over. */
    static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }
}
