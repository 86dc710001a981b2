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
    COUPON,
    /** Paid by phone, and not on the bank's account yet. */
    WALLET,
    /** What gift cards still buy. */
    GIFT_CARDS,
    /** What the shop owes customers for goods that came back. */
    STORE_CREDIT,
    /** Paper of others to be redeemed. */
    VOUCHERS,
    /** What customers owe. */
    CUSTOMER_ACCOUNTS,
    /** Notes of other currencies, at what they were taken for. */
    FOREIGN_CASH,
    /** Paid before the goods were handed over. */
    DEPOSITS,
    /** Kept of deposits when a layaway was cancelled. */
    DEPOSITS_KEPT,
    /** Owed to those who served. */
    TIPS,
    /** Paid out of tills for the shop's needs, or into them from elsewhere. */
    SUNDRY_CASH,
    /** What acquirers and gateways paid out. */
    BANK,
    /** What they kept. */
    CARD_FEES,
    /** Paid out, and not matched with a tender yet. */
    CARD_UNMATCHED,
    /** Differences between tenders and payouts that a person settled. */
    CARD_DIFFERENCES;

    /** Returns where what was taken by a tender is, until somebody pays it out. */
    public static Account of(TenderType tender) {
        return switch (tender) {
            case CASH -> CASH;
            case CARD -> CARD;
            case COUPON -> COUPON;
            case WALLET -> WALLET;
            case GIFT_CARD -> GIFT_CARDS;
            case STORE_CREDIT -> STORE_CREDIT;
            case VOUCHER -> VOUCHERS;
            case ON_ACCOUNT -> CUSTOMER_ACCOUNTS;
            case FOREIGN_CASH -> FOREIGN_CASH;
            case DEPOSIT -> DEPOSITS;
        };
    }
}
