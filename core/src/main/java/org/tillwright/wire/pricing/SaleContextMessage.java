package org.tillwright.wire.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * What besides the goods decides on the prices of a sale. Its moment is not here: it is when the sale was begun, in the
 * store's own time.
 *
 * @param taxExempt true when the customer owes no tax; what that means the tax policy says
 * @param customerId who buys, for limits per customer; null for anybody
 * @param customerGroups groups that the customer is in, such as {@code STAFF}
 * @param couponCodes codes that were handed in
 * @param tender name of the tender that the customer said to pay with, for what is bound to it
 * @param used how often this customer used promotions before that are limited per customer
 */
public record SaleContextMessage(
        Boolean taxExempt,
        @Nullable @Limit(40) String customerId,
        @Nullable @Limit(20) List<String> customerGroups,
        @Nullable @Limit(MAX_COUPONS) List<String> couponCodes,
        @Nullable @Limit(20) String tender,
        @Nullable @Limit(1_000) List<Use> used) {

    /** Codes that are handed in with one sale. */
    public static final int MAX_COUPONS = 50;

    /** How often a customer used a promotion in earlier sales. */
    public record Use(@Limit(40) String promotionId, Long times) {}

    /** A sale to anybody. */
    public static final SaleContextMessage PLAIN = new SaleContextMessage(false, null, null, null, null, null);
}
