package org.tillwright.server.value;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.value.ValueKind;

/**
 * What a sale did to what is kept under one number.
 *
 * @param sourceId the sale
 * @param line of the sale's tenders or of the money beside the goods, as the event says
 * @param number as the register told it
 * @param changeMinor what is kept grows by; of ON_ACCOUNT what the customer owes
 * @param authorizationId under which the amount was set aside; null where it was not
 */
public record ValueMovement(
        UUID sourceId,
        Event event,
        int line,
        ValueKind kind,
        String number,
        String currency,
        long changeMinor,
        @Nullable UUID authorizationId,
        String storeId,
        String workstationId,
        Instant happenedAt) {

    /** Where in a sale it is told. */
    public enum Event {
        /** Money taken beside the goods: a card sold or topped up, a deposit, an account paid. */
        MONEY_IN,
        /** Goods paid with it, or given back to it. */
        TENDER
    }

    public ValueMovement {
        number = kind.canonical(number);
    }

    /** True if it takes from what can be spent. */
    boolean isSpending() {
        return kind.isOwedToShop() ? changeMinor > 0 : changeMinor < 0;
    }
}
