package org.tillwright.register.device;

import org.tillwright.core.money.Money;

/** How a wallet payment stands. */
public sealed interface WalletAnswer {

    /**
     * The customer has not said yes or no.
     *
     * @param code what the customer scans; empty where they have nothing to scan
     */
    record Waiting(String code) implements WalletAnswer {}

    /**
     * The money moved.
     *
     * @param reference the gateway's own number of the payment
     */
    record Paid(Money amount, String reference) implements WalletAnswer {}

    /** No money moved, and none will. */
    record Declined(Reason reason) implements WalletAnswer {}

    /** The gateway never heard of this payment: no money moved. */
    record NotKnown() implements WalletAnswer {}

    /**
     * The request may have arrived, and no answer came: money may have moved.
     *
     * @param why one English sentence for the log
     */
    record Unclear(String why) implements WalletAnswer {}

    /** Why no money moved. */
    enum Reason {
        /** The purse or its bank said no. */
        REFUSED,
        /** Customer or cashier stopped it. */
        CANCELLED,
        /** Nobody paid in time. */
        TIMED_OUT,
        /** The gateway cannot take payments now. */
        NOT_READY
    }
}
