package org.tillwright.core.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;

/**
 * Prices that count instead of base prices, somewhere, for someone, for some days.
 *
 * @param stores where it counts; empty for everywhere
 * @param customerGroups for whom it counts; empty for everybody
 * @param from first day, or null if it always has counted
 * @param until last day, or null if it never ends
 */
public record PriceList(
        String priceListId,
        Set<String> stores,
        Set<String> customerGroups,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<Price> prices) {

    public PriceList {
        stores = Set.copyOf(stores);
        customerGroups = Set.copyOf(customerGroups);
        prices = List.copyOf(prices);
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("price list " + priceListId + " ends before it begins");
        }
    }

    /**
     * The price of one item.
     *
     * @param minimum from how many units of the item in the cart on; zero for any
     */
    public record Price(String itemId, Quantity minimum, UnitPrice unitPrice) {

        public Price {
            if (minimum.isNegative()) {
                throw new IllegalArgumentException("price of item " + itemId + " from a negative quantity on");
            }
        }
    }

    /** True if it counts for such a sale, whatever the quantity. */
    boolean covers(SaleContext context) {
        LocalDate day = context.at().toLocalDate();
        return (stores.isEmpty() || stores.contains(context.storeId()))
                && (from == null || !day.isBefore(from))
                && (until == null || !day.isAfter(until))
                && (customerGroups.isEmpty() || customerGroups.stream().anyMatch(context.customerGroups()::contains));
    }
}
