package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** How large a sale may grow. */
public final class SaleLimits {

    /** Lines of one sale. Its receipt still fits a printer's roll, and its record the wire. */
    public static final int MAX_LINES = 1_500;

    /** Ways of paying within one sale. A card payment that the terminal approved is taken beyond it. */
    public static final int MAX_PAYMENTS = 20;

    /** The most of one item on one line: beyond it, a barcode was scanned into the quantity. */
    public static final Quantity MAX_QUANTITY = Quantity.of(100_000);

    private SaleLimits() {}

    static Quantity oneMore(Quantity signed) {
        return new Quantity(Math.abs(signed.milli())).plus(Quantity.ONE);
    }

    /** Returns null when an item may be rung in this quantity, otherwise why not. */
    static @Nullable Notice quantityFault(Catalogue.Item item, Quantity quantity, Texts texts, Catalogue catalogue) {
        if (quantity.isZero()) {
            return Notice.of("sale.quantity-zero");
        }
        if (!item.unit().isDivisible() && quantity.milli() % Quantity.ONE.milli() != 0) {
            return Notice.of("sale.quantity-not-whole", catalogue.nameOf(item, texts.language()));
        }
        return Math.abs(quantity.milli()) > MAX_QUANTITY.milli()
                ? Notice.of("sale.quantity-too-much", texts.figures().quantity(MAX_QUANTITY))
                : null;
    }
}
