package org.tillwright.server.sales;

import org.jspecify.annotations.Nullable;

/**
 * A sale that the server would have computed otherwise, in the list of those.
 *
 * @param differenceMinor what the register took above what the server computes; null when it cannot be computed
 */
public record DisputedSale(TransactionRow row, TransactionDetail.Dispute dispute, @Nullable Long differenceMinor) {}
