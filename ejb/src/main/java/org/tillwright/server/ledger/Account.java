package org.tillwright.server.ledger;

import org.tillwright.wire.TenderType;

/** The accounts that the server posts to; each has its row in the table {@code account}. */
public enum Account {
    SAFE,
    CASH,
    CARD,
    SALES,
    TAX,
    OVER_SHORT,
    CASH_ROUNDING,
    COUPON;

    /** Returns where what was taken by a tender is, until somebody pays it out. */
    public static Account of(TenderType tender) {
        return switch (tender) {
            case CASH -> CASH;
            case CARD -> CARD;
            case COUPON -> COUPON;
        };
    }
}
