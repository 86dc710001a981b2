package org.tillwright.server.pricing;

import java.time.LocalDate;

/**
 * A tax rate that is decided and does not count yet.
 *
 * @param from the store's day that it begins on
 * @param plannedBy name of the operator
 */
public record PlannedTaxRate(String taxCategory, LocalDate from, String taxRateId, long ratePpm, String plannedBy) {}
