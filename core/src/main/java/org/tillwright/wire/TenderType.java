package org.tillwright.wire;

import org.jspecify.annotations.Nullable;

/** The ways of paying. */
public enum TenderType {
    CASH,
    CARD;

    /** Finds a tender by its name on the wire, or null. */
    public static @Nullable TenderType find(String name) {
        for (TenderType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
