package org.tillwright.wire.order;

import org.jspecify.annotations.Nullable;

/** What goods are promised as. */
public enum OrderKind {
    /** Prices that a customer was told, and that count until a day. */
    QUOTATION,
    /** Goods that are set aside for a customer, who pays for them bit by bit. */
    LAYAWAY;

    /** Finds a kind by its name on the wire, or null. */
    public static @Nullable OrderKind find(String name) {
        for (OrderKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }
}
