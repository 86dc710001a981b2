package org.tillwright.server.cash;

import java.util.UUID;

/**
 * Money that a transaction took into a till, or gave out of it.
 *
 * @param number of the tender line within the transaction
 * @param tender name of a tender type
 */
public record TenderTaken(
        UUID transactionId, int number, UUID tillSessionId, String tender, String currency, long amountMinor) {}
