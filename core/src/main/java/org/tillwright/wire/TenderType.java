package org.tillwright.wire;

import org.jspecify.annotations.Nullable;

/** The ways of paying. */
public enum TenderType {
    CASH,
    CARD,
    /** A manufacturer's coupon: the shop is paid for it later, so it is a way of paying and no discount. */
    COUPON;

    /** True if every till tells it, also one that took none of it. */
    public boolean isToldAlways() {
        return this != COUPON;
    }

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
