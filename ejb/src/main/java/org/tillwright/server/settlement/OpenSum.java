package org.tillwright.server.settlement;

/** How much is open of one kind in one currency. */
public record OpenSum(String kind, String currency, long count, long amountMinor) {}
