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
 * @param worthMinor what notes of another currency count for in the store's, never negative; null for the store's own
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
        @Nullable UUID approvalId,
        @Nullable Long worthMinor) {

    /** A movement of the store's own currency. */
    public CashMovedMessage(
            UUID movementId,
            String storeId,
            UUID tillSessionId,
            String operatorId,
            LocalDate businessDay,
            Instant movedAt,
            String kind,
            String currency,
            Long amountMinor,
            @Nullable String reason,
            @Nullable String note,
            @Nullable UUID approvalId) {
        this(
                movementId,
                storeId,
                tillSessionId,
                operatorId,
                businessDay,
                movedAt,
                kind,
                currency,
                amountMinor,
                reason,
                note,
                approvalId,
                null);
    }

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
