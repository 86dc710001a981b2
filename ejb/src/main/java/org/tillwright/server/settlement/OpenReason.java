package org.tillwright.server.settlement;

/** Why an amount fits nothing. */
public enum OpenReason {
    /** No till took this. */
    NO_TENDER,
    /** The tender with this code or trace has another amount. */
    AMOUNT_DIFFERS,
    /** The tender with this code and amount was paid out before. */
    PAID_TWICE,
    /** The tender with this code and amount is of quite another day. */
    DAY_DIFFERS,
    /** The line names no payment, and several tenders, or several lines, have this amount on this day. */
    SEVERAL,
    /** A customer's bank took a payment back. */
    CHARGEBACK,
    /** The acquirer added or took off something that is no payment. */
    ADJUSTMENT,
    /** Nobody has paid this tender out, although later ones were. */
    NOT_PAID_OUT,
    /** The tender was taken on a person's word: nobody knows of an authorization. */
    NO_AUTHORIZATION,
    /** The terminal, or the gateway, moved money that no sale knows of. */
    NO_SALE,
    /** The terminal's own sum is not what its register had from it. */
    TOTALS_DIFFER
}
