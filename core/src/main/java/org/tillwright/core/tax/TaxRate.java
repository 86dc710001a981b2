package org.tillwright.core.tax;

import static java.util.Objects.requireNonNull;

import org.tillwright.core.money.Rate;

/**
 * A percentage in force, from 0 to 1,000 %, under the id that receipts and tax reports know it by. The simplest tax there
 * is: alone on its line, and where the policy places it.
 */
public record TaxRate(String taxRateId, Rate rate) {

    public TaxRate {
        requireNonNull(taxRateId, "taxRateId");
        Tax.requireRate("tax rate " + taxRateId, rate.ppm());
    }

    /** Returns this rate as a tax in the place that a policy names. */
    public Tax placed(TaxPolicy.Placement placement) {
        return Tax.percent(taxRateId, rate, placement == TaxPolicy.Placement.IN_PRICE);
    }
}
