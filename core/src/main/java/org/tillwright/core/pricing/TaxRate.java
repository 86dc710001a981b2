package org.tillwright.core.pricing;

import org.tillwright.core.money.Rate;

/** A percentage in force, under the id that receipts and tax reports know it by. */
public record TaxRate(String taxRateId, Rate rate) {}
