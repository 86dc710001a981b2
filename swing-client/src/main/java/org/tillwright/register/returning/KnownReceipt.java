package org.tillwright.register.returning;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.SaleReturns;

/**
 * A receipt as the register came to know it.
 *
 * @param book the prices of the sale, when they are still the register's own; null for those that came with the receipt
 * @param isWhole false when the sale had promotions whose rules the register has no more: then only the server can say what
 *     its goods are worth
 */
record KnownReceipt(ReceiptFound receipt, @Nullable PriceBook book, boolean isWhole) {

    /** A receipt that the server told, with the prices of then. */
    static KnownReceipt told(ReceiptFound receipt) {
        return new KnownReceipt(receipt, null, true);
    }

    /** Returns the sale as far as its goods are still at the customer's. */
    SaleReturns.Opened opened() {
        PriceBook own = book;
        return own == null
                ? receipt.opened()
                : SaleReturns.open(receipt.sale(), receipt.soldAt(), own, receipt.returns());
    }
}
