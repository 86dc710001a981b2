package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import org.tillwright.core.money.Rate;

/** A percentage in force, never negative, under the id that receipts and tax reports know it by. */
public record TaxRate(String taxRateId, Rate rate) {

    public TaxRate {
        requireNonNull(taxRateId, "taxRateId");
        if (rate.ppm() < 0) {
            throw new IllegalArgumentException("tax rate " + taxRateId + " is negative: " + rate.percentText() + " %");
        }
    }
}
