package org.tillwright.server.pricing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tax category with its rates.
 *
 * @param items how many items on sale it has
 * @param planned rates to come, the next first
 * @param rates rates it has had, the newest first; the first counts now
 */
public record TaxCategory(String taxCategory, long items, List<PlannedTaxRate> planned, List<RateSpan> rates) {

    public TaxCategory {
        planned = List.copyOf(planned);
        rates = List.copyOf(rates);
    }

    /** Returns the rate that counts now. */
    public RateSpan current() {
        return rates.get(0);
    }

    /**
     * A rate and the time that it counted.
     *
     * @param from null when the publication that began it is not known any more
     * @param until null while it counts
     */
    public record RateSpan(String taxRateId, long ratePpm, @Nullable Instant from, @Nullable Instant until) {}
}
