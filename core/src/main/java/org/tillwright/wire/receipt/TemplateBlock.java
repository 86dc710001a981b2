package org.tillwright.wire.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a receipt that a template puts in order. */
public enum TemplateBlock {
    LOGO,
    SHOP,
    HEADER,
    CUSTOMER,
    SALESPERSON,
    /** The number by which the customer is called when the order is ready. */
    PICKUP,
    LINES,
    TOTAL,
    TENDERS,
    SAVINGS,
    TAXES,
    COUPONS,
    CREDITS,
    /** What a fiscal device signed; printed all the same where a template says nothing of it. */
    FISCAL,
    FOOTER,
    QR,
    BARCODE;

    /** Returns the word that a template says. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable TemplateBlock find(String word) {
        for (TemplateBlock block : values()) {
            if (block.word().equals(word)) {
                return block;
            }
        }
        return null;
    }
}
