package org.tillwright.register.device;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.QrCode;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;

/** A believable receipt with one of everything. */
final class SampleReceipt {

    static final String QR = "https://example.org/r/018f2a7e-7c1d-7000-8000-00000000a1b2";

    static final Receipt RECEIPT = new Receipt(List.of(
            Text.centred("Hofladen Grün", Style.LARGE),
            Text.centred("Lange Straße 5, 26122 Oldenburg", Style.NORMAL),
            Text.centred("USt-IdNr. DE000000000", Style.NORMAL),
            Text.of(""),
            columns("2 x Croissant", "3,10 A"),
            columns("Жито Їжак", "4,90 A"),
            columns("0,485 kg Äpfel x 3,90 €/kg", "1,89 A"),
            columns("Crème fraîche", "1,29 A"),
            columns("日本茶", "5,00 B"),
            Text.of("-".repeat(42)),
            Text.of(both("TOTAL EUR", "16,18"), Style.TALL),
            columns("Cash", "20,00"),
            columns("Change", "−3,82"),
            Text.of(""),
            columns("A  7 %    net 10,45    tax", "0,73"),
            columns("B 19 %    net  4,20    tax", "0,80"),
            Text.of(""),
            Text.centred("Thank you. Дякуємо!", Style.BOLD),
            new QrCode(QR),
            new Barcode(Symbology.EAN13, "4006381333931"),
            new Barcode(Symbology.CODE128, "TW-0000018342"),
            new Cut()));

    private SampleReceipt() {}

    static Receipt longReceipt(int lines) {
        var all = new ArrayList<ReceiptLine>();
        for (int i = 1; i <= lines; i++) {
            all.add(columns("Item " + i, "1,00 A"));
        }
        all.add(new Cut());
        return new Receipt(all);
    }

    private static Text columns(String left, String right) {
        return Text.of(both(left, right));
    }

    private static String both(String left, String right) {
        return left + " ".repeat(42 - left.length() - right.length()) + right;
    }
}
