package org.tillwright.wire.shop;

import org.jspecify.annotations.Nullable;

/**
 * How long goods and prices are kept for somebody.
 *
 * @param suspendedDays after which a suspended sale expires; null for 7
 * @param quotationDays for which quoted prices count; null for 14
 * @param layawayDays for which goods are set aside; null for 60
 * @param minDepositPpm least first deposit on a layaway, parts per million of its total; null for a tenth
 * @param cancellationFeeMinor kept of the deposits when a layaway is cancelled; null for nothing
 */
public record OrderRules(
        @Nullable Long suspendedDays,
        @Nullable Long quotationDays,
        @Nullable Long layawayDays,
        @Nullable Long minDepositPpm,
        @Nullable Long cancellationFeeMinor) {}
