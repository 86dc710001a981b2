package org.tillwright.server.sales;

import java.time.Instant;
import java.util.UUID;

/** That a sale is in the books: all that is told to pages that wait for it. */
public record Arrival(UUID transactionId, Instant acceptedAt) {}
