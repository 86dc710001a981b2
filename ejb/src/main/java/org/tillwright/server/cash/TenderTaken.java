package org.tillwright.server.cash;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a transaction took into a till, or gave out of it.
 *
 * @param number of the tender line within the transaction
 * @param tender name of a tender type
 * @param foreignCurrency of notes of another currency; the amount is what they were taken for
 * @param foreignMinor how much of it, in its own units; null for the till's own currency
 */
public record TenderTaken(
        UUID transactionId,
        int number,
        UUID tillSessionId,
        String tender,
        String currency,
        long amountMinor,
        @Nullable String foreignCurrency,
        @Nullable Long foreignMinor) {}
