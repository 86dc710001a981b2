package org.tillwright.wire;

import org.jspecify.annotations.Nullable;

/** The ways of paying. */
public enum TenderType {
    CASH,
    CARD,
    /** A manufacturer's coupon: the shop is paid for it later, so it is a way of paying and no discount. */
    COUPON,
    /** A phone's own purse, paid by a QR code that one side shows and the other reads. */
    WALLET,
    GIFT_CARD,
    /** What the shop owes a customer, kept by a number as a gift card is. */
    STORE_CREDIT,
    /** Paper of somebody else, who pays the shop for it later. */
    VOUCHER,
    /** The customer pays later, up to a limit. */
    ON_ACCOUNT,
    /** Notes of another currency; its amount is what they are worth in the store's. */
    FOREIGN_CASH,
    /** What was paid before on a layaway, and now counts. */
    DEPOSIT;

    /** True if every till tells it, also one that took none of it. */
    public boolean isToldAlways() {
        return this == CASH || this == CARD;
    }

    /** True if it lies in the drawer, and a person can count it. */
    public boolean isInDrawer() {
        return this == CASH || this == FOREIGN_CASH || this == VOUCHER;
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
