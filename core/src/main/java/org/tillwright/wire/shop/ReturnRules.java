package org.tillwright.wire.shop;

import org.jspecify.annotations.Nullable;

/**
 * How goods come back.
 *
 * @param days how long after the sale without an approval; null for no end
 * @param withoutReceiptMaxMinor most that is given back without a receipt; more needs an approval; null for always
 * @param withoutReceiptAsCredit true if goods without a receipt are paid with store credit only; null for false
 * @param dailyWithoutReceiptMaxMinor most that one register gives back without receipts in a day; null for no end
 */
public record ReturnRules(
        @Nullable Long days,
        @Nullable Long withoutReceiptMaxMinor,
        @Nullable Boolean withoutReceiptAsCredit,
        @Nullable Long dailyWithoutReceiptMaxMinor) {}
