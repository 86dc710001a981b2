package org.tillwright.register.till;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.CashMovedMessage;

/**
 * Cash that somebody wants to put in or take out without a sale, or a drawer to be opened for nothing.
 *
 * @param amount zero for a drawer that is only opened
 * @param reason code of the reason, where one was asked for
 * @param note what the operator wrote to it
 */
public record CashMovement(CashMovedMessage.Kind kind, Money amount, @Nullable String reason, @Nullable String note) {

    /** Name of the permission to do this. */
    public String permission() {
        return switch (kind) {
            case LOAN -> "till.loan";
            case PICKUP -> "till.pickup";
            case PAID_IN -> "till.paid-in";
            case PAID_OUT -> "till.paid-out";
            case NO_SALE -> "till.no-sale";
        };
    }

    boolean takesOut() {
        return kind == CashMovedMessage.Kind.PICKUP || kind == CashMovedMessage.Kind.PAID_OUT;
    }
}
