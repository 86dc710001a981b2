package org.tillwright.register.receipt;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.value.OwnNumber;

/**
 * Gift cards whose numbers the register made: they are on paper alone, so this is the one place that prints a number whole. A
 * card of plastic has its number on itself, and is printed masked.
 */
final class MadeCards {

    private MadeCards() {}

    /** Returns a slip for each card that the sale sold or topped up under a number of Tillwright's own. */
    static List<ReceiptLine> slips(FinishedSale finished, Texts texts) {
        List<ReceiptLine> lines = new ArrayList<>();
        for (SaleParticulars.MoneyIn taken : finished.sale().details().taken()) {
            String number = taken.reference();
            boolean isCard = taken.kind().equals(SaleParticulars.Kind.GIFT_CARD.name());
            if (isCard && number != null && taken.amountMinor() > 0 && OwnNumber.GIFT_CARD.isWhole(number)) {
                Money amount = finished.money(taken.amountMinor());
                lines.add(Text.of(""));
                lines.add(Text.centred(
                        texts.text(
                                "receipt.gift-card",
                                texts.amount(amount),
                                finished.sale().currency()),
                        Style.BOLD));
                lines.add(new Receipt.Barcode(Receipt.Symbology.CODE128, number));
            }
        }
        return lines;
    }
}
