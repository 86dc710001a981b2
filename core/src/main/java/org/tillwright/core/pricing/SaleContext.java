package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.promotion.Situation;

/**
 * What prices and promotions depend on beside the goods: when, where, and for whom.
 *
 * @param at when the sale was begun, by the clock on the store's wall
 * @param customerGroups groups that the customer belongs to; empty for a stranger
 * @param customerId null for a stranger
 * @param taxExempt true if the customer owes no tax
 * @param couponCodes coupons handed over
 * @param tender way of paying that the customer has said, as promotions name it, or null while nobody knows
 * @param usedByCustomer how often the customer has had each promotion before, by promotion id
 */
public record SaleContext(
        LocalDateTime at,
        String storeId,
        Set<String> customerGroups,
        @Nullable String customerId,
        boolean taxExempt,
        Set<String> couponCodes,
        @Nullable String tender,
        Map<String, Long> usedByCustomer) {

    /** A sale of which nothing is known: for carts that are to be priced by base prices and by lists for everybody. */
    public static final SaleContext UNKNOWN = of(LocalDateTime.of(1970, 1, 1, 0, 0), "");

    public SaleContext {
        requireNonNull(at, "at");
        requireNonNull(storeId, "storeId");
        customerGroups = Set.copyOf(customerGroups);
        couponCodes = Set.copyOf(couponCodes);
        usedByCustomer = Map.copyOf(usedByCustomer);
    }

    /** Returns what promotions ask of a sale. */
    Situation situation() {
        return new Situation(at, storeId, customerGroups, couponCodes, tender, usedByCustomer);
    }

    /** A sale to a stranger. */
    public static SaleContext of(LocalDateTime at, String storeId) {
        return new SaleContext(at, storeId, Set.of(), null, false, Set.of(), null, Map.of());
    }
}
