package org.tillwright.server.settlement;

/** What a line of a payout is about. */
enum PayoutKind {
    PAYMENT,
    /** Money back to a card or purse; its amount is below zero. */
    REFUND,
    /** The customer's bank took a payment back; its amount is below zero. */
    CHARGEBACK,
    /** A charge that belongs to no payment; its amount is nothing, and its fee is what it costs. */
    FEE,
    /** Anything else that the acquirer adds or takes off. */
    ADJUSTMENT
}
