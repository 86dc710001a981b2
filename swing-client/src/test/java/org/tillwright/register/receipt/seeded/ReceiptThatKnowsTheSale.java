package org.tillwright.register.receipt.seeded;

import org.tillwright.register.sale.seeded.SeededSale;

/** The other half of a circle; only the tests of the rules look at it. */
public final class ReceiptThatKnowsTheSale {

    private ReceiptThatKnowsTheSale() {}

    public static String text() {
        return SeededSale.ThatKnowsTheReceipt.class.getSimpleName();
    }
}
