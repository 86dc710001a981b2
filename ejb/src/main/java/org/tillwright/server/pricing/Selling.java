package org.tillwright.server.pricing;

import java.time.LocalDate;
import org.tillwright.core.money.Currency;
import org.tillwright.core.tax.TaxPolicy;

/**
 * How a store sold, on one day: what a price book depends on beside its version.
 *
 * @param country of the store, for its way of rounding cash
 * @param taxPolicy the rule to work tax out by; stored with each sale, not with the version
 * @param day of the store's own calendar, because taxes may count for some days only
 */
public record Selling(Currency currency, String country, TaxPolicy taxPolicy, LocalDate day) {}
