package org.tillwright.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * Cash that went into a till or out of it without a sale, or a drawer that was opened without either.
 *
 * @param kind name of a {@link Kind}
 * @param currency of the amount; another than the store's for notes of another currency
 * @param amountMinor never negative; the kind says which way. 0 for a drawer opened without a sale
 * @param reason code of the reason; null where the kind is reason enough
 * @param note what the operator wrote to it
 * @param approvalId the approval without which this was not allowed
 */
public record CashMovedMessage(
        UUID movementId,
        @Limit(40) String storeId,
        UUID tillSessionId,
        @Limit(40) String operatorId,
        LocalDate businessDay,
        Instant movedAt,
        @Limit(20) String kind,
        @Limit(3) String currency,
        Long amountMinor,
        @Nullable @Limit(40) String reason,
        @Nullable @Limit(200) String note,
        @Nullable UUID approvalId) {

    /** Which way the cash goes, and between what. */
    public enum Kind {
        /** From the safe. */
        LOAN,
        /** To the safe. */
        PICKUP,
        PAID_IN,
        PAID_OUT,
        /** The drawer was opened, and nothing went in or out. */
        NO_SALE;

        /** Finds a kind by its name on the wire, or null. */
        public static @Nullable Kind find(String name) {
            for (Kind kind : values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            return null;
        }

        /** Returns the amount with its sign in the till: what goes out is negative. */
        public long signed(long amountMinor) {
            return this == PICKUP || this == PAID_OUT ? Math.negateExact(amountMinor) : amountMinor;
        }
    }
}
