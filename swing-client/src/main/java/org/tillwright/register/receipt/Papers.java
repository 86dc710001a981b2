package org.tillwright.register.receipt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.Receipt;
import org.tillwright.wire.receipt.PaperLine;

/** Turns neutral lines of paper into what the register's printers take. For receipts and every other slip. */
public final class Papers {

    private Papers() {}

    /**
     * Returns the same paper for a printer.
     *
     * @param logo the shop's picture; null for none, and then its place stays empty
     */
    public static Receipt of(List<PaperLine> lines, Receipt.@Nullable Picture logo) {
        List<Receipt.ReceiptLine> printed = new ArrayList<>();
        for (PaperLine line : lines) {
            if (line instanceof PaperLine.Text text) {
                printed.add(new Receipt.Text(
                        text.text(),
                        Receipt.Style.valueOf(text.style().name()),
                        Receipt.Align.valueOf(text.align().name())));
            } else if (line instanceof PaperLine.Barcode code) {
                printed.add(new Receipt.Barcode(Receipt.Symbology.CODE128, code.content()));
            } else if (line instanceof PaperLine.Qr code) {
                printed.add(new Receipt.QrCode(code.content()));
            } else if (line instanceof PaperLine.Cut) {
                printed.add(new Receipt.Cut());
            } else if (logo != null) {
                printed.add(logo);
            }
        }
        return new Receipt(printed);
    }
}
