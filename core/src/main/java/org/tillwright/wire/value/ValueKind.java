package org.tillwright.wire.value;

import org.jspecify.annotations.Nullable;

/** What kinds of money are kept under a number. Each is a tender of the same name. */
public enum ValueKind {
    GIFT_CARD,
    STORE_CREDIT,
    /** What a customer owes, under the customer's id. */
    ON_ACCOUNT,
    /** What was paid on an order before, under the order's id. */
    DEPOSIT;

    /** Finds a kind by its name on the wire, or null. */
    public static @Nullable ValueKind find(String name) {
        for (ValueKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** True if the customer owes it to the shop; the others the shop owes. */
    public boolean isOwedToShop() {
        return this == ON_ACCOUNT;
    }

    /** Returns a number as it is kept: of cards without case, spaces and hyphens; ids stay as they are. */
    public String canonical(String number) {
        return switch (this) {
            case GIFT_CARD, STORE_CREDIT -> OwnNumber.canonical(number);
            case ON_ACCOUNT, DEPOSIT -> number.strip();
        };
    }
}
