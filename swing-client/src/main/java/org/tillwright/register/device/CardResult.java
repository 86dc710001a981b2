package org.tillwright.register.device;

import org.tillwright.core.money.Money;
import org.tillwright.wire.SaleMessage;

/** What became of a card payment. Nothing in here is a card number. */
public sealed interface CardResult {

    /**
     * The issuer said yes.
     *
     * @param amount what was authorized, as the terminal told it
     */
    record Approved(Money amount, SaleMessage.Card card) implements CardResult {}

    /**
     * No money moved.
     *
     * @param reason why
     * @param code the terminal's own result code, such as {@code 6C}, for the provider's hotline; may be empty
     */
    record Declined(Reason reason, String code) implements CardResult {}

    /**
     * The terminal had the request and then no clear answer came: money may have moved. A person looks at the terminal's
     * own receipt before anything else happens with this payment.
     *
     * @param why one English sentence for the log
     */
    record Unknown(String why) implements CardResult {}

    /** Why no money moved. */
    enum Reason {
        /** The issuer or the terminal said no. */
        REFUSED,
        /** Customer or cashier stopped it. */
        CANCELLED,
        /** Nobody presented a card in time. */
        TIMED_OUT,
        /** The terminal is not ready: not registered, busy, or needs its end of day. */
        NOT_READY
    }
}
