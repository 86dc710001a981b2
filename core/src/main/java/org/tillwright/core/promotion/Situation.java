package org.tillwright.core.promotion;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a sale beside its lines.
 *
 * @param at when the sale began, by the store's own clock
 * @param customerGroups groups of the customer; empty for one nobody knows
 * @param couponCodes codes that were scanned or keyed in
 * @param tender name of the tender that pays the whole sale, or null as long as that is open
 * @param usedByCustomer how often the customer had a promotion before, by promotion id
 */
public record Situation(
        LocalDateTime at,
        String storeId,
        Set<String> customerGroups,
        Set<String> couponCodes,
        @Nullable String tender,
        Map<String, Long> usedByCustomer) {

    public Situation {
        requireNonNull(at, "at");
        requireNonNull(storeId, "storeId");
        customerGroups = Set.copyOf(customerGroups);
        couponCodes = Set.copyOf(couponCodes);
        usedByCustomer = Map.copyOf(usedByCustomer);
    }

    /** A sale of which nothing is known but when and where. */
    public static Situation of(LocalDateTime at, String storeId) {
        return new Situation(at, storeId, Set.of(), Set.of(), null, Map.of());
    }

    public Situation withCoupons(String... codes) {
        return new Situation(at, storeId, customerGroups, Set.of(codes), tender, usedByCustomer);
    }

    public Situation withTender(@Nullable String name) {
        return new Situation(at, storeId, customerGroups, couponCodes, name, usedByCustomer);
    }

    public Situation withGroups(String... groups) {
        return new Situation(at, storeId, Set.of(groups), couponCodes, tender, usedByCustomer);
    }

    public Situation withUsed(Map<String, Long> used) {
        return new Situation(at, storeId, customerGroups, couponCodes, tender, used);
    }
}
