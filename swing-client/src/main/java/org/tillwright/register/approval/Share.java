package org.tillwright.register.approval;

import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.wire.SnapshotMessage;

/**
 * How much of how much is taken off by hand.
 *
 * @param percentPpm the percentage, where it was given as one: what rounding made of it does not count; else null
 * @param offMinor what it comes to, not negative
 * @param ofMinor what it is taken off, not negative
 */
public record Share(@Nullable Long percentPpm, long offMinor, long ofMinor) {

    /** True if somebody may take off so much by the shop's limit for their role. */
    public boolean isWithinLimitOf(SnapshotMessage.Operator who, Shop shop) {
        return shop.limit(who.role()).allows(percentPpm, offMinor, ofMinor);
    }
}
