package org.tillwright.server.ledger;

/** The accounts that the server posts to; each has its row in the table {@code account}. */
public enum Account {
    SAFE,
    CASH,
    CARD,
    SALES,
    TAX,
    OVER_SHORT,
    CASH_ROUNDING,
    COUPON
}
