package org.tillwright.server.pricing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A price that is decided and does not count yet.
 *
 * @param from the store's day that it begins on
 * @param plannedBy name of the operator
 */
public record PlannedPrice(
        String itemId, LocalDate from, Instant dueAt, long unitPriceMicro, String plannedBy, Instant plannedAt) {}
