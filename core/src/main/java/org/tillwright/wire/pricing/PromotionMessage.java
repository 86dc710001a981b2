package org.tillwright.wire.pricing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A rule that lowers prices. docs/promotions.md says what each effect takes off which piece. A condition that is left out
 * asks for nothing. Moments and hours are those of the store's own clock.
 *
 * @param names what receipts call it, by language; null for its id
 * @param priority lower goes first; of equal ones the smaller id
 * @param combining EXCLUSIVE or STACKING
 * @param from first moment, such as {@code 2026-03-01T08:00}
 * @param until first moment at which it counts no more
 * @param days such as MONDAY: days on which the hours begin
 * @param hoursFrom such as {@code 17:00}; goes with {@code hoursUntil}
 * @param hoursUntil first moment that is no longer in it; not after {@code hoursFrom} when it runs past midnight
 * @param couponCode code that must have been given
 * @param tender name of the tender that must pay
 * @param perSale how often at most in one sale
 * @param perCustomer how often at most for one customer in all sales
 * @param returnPolicy CLAWBACK, PRORATED or ALL_OR_NOTHING; null for PRORATED
 * @param manufacturer true when a manufacturer pays for it, so that it does not lower the tax; null for false
 */
public record PromotionMessage(
        @Limit(40) String promotionId,
        @Nullable Map<String, String> names,
        Long priority,
        @Limit(20) String combining,
        @Nullable @Limit(30) String from,
        @Nullable @Limit(30) String until,
        @Nullable @Limit(7) List<String> days,
        @Nullable @Limit(10) String hoursFrom,
        @Nullable @Limit(10) String hoursUntil,
        @Nullable @Limit(500) List<String> storeIds,
        @Nullable @Limit(100) List<String> customerGroups,
        @Nullable @Limit(40) String couponCode,
        @Nullable @Limit(20) String tender,
        @Nullable Long perSale,
        @Nullable Long perCustomer,
        @Nullable @Limit(20) String returnPolicy,
        @Nullable Boolean manufacturer,
        Effect effect) {

    /**
     * What it does. Which members it has is told by its type, and no others.
     *
     * @param type PERCENT_OFF, AMOUNT_OFF, FIXED_PRICE, BUY_GET, MIX_AND_MATCH, BUNDLE, CHEAPEST_OFF, SPEND_PERCENT,
     *     SPEND_AMOUNT, QUANTITY_BREAKS or NEXT_SALE_COUPON
     * @param items what is lowered, or counts
     * @param buy of BUY_GET: what must be bought
     * @param count of MIX_AND_MATCH: pieces in a set
     * @param every of CHEAPEST_OFF: pieces in a set
     * @param cheapest of CHEAPEST_OFF: how many of a set are lowered
     * @param offPpm share that is taken off, in parts per million
     * @param offMinor amount that is taken off
     * @param priceMinor what a piece or a set costs
     * @param spendMinor what must be spent
     */
    public record Effect(
            @Limit(30) String type,
            @Nullable Selection items,
            @Nullable Selection buy,
            @Nullable Long buyCount,
            @Nullable Long getCount,
            @Nullable Long count,
            @Nullable Long every,
            @Nullable Long cheapest,
            @Nullable Long offPpm,
            @Nullable Long offMinor,
            @Nullable Long priceMinor,
            @Nullable Long spendMinor,
            @Nullable @Limit(20) List<Part> parts,
            @Nullable @Limit(20) List<Break> breaks,
            @Nullable @Limit(40) String couponCode) {

        /** Returns every item that the effect names. */
        Set<String> itemIds() {
            Set<String> ids = new HashSet<>();
            add(items, ids);
            add(buy, ids);
            Lists.of(parts).forEach(part -> add(part.items(), ids));
            return ids;
        }

        private static void add(@Nullable Selection selection, Set<String> ids) {
            if (selection != null) {
                ids.addAll(Lists.of(selection.itemIds()));
                ids.addAll(Lists.of(selection.exceptItemIds()));
            }
        }
    }

    /**
     * Which items are meant.
     *
     * @param all true for every item of the shop; then no items, groups or departments are named
     */
    public record Selection(
            Boolean all,
            @Nullable @Limit(20_000) List<String> itemIds,
            @Nullable @Limit(200) List<String> groupIds,
            @Nullable @Limit(1_000) List<String> departmentIds,
            @Nullable @Limit(20_000) List<String> exceptItemIds,
            @Nullable @Limit(200) List<String> exceptGroupIds,
            @Nullable @Limit(1_000) List<String> exceptDepartmentIds) {}

    /** One part of a bundle: so many pieces of what is selected. */
    public record Part(Selection items, Long count) {}

    /** From this quantity on, either a share off every piece or a price of every piece. */
    public record Break(Long fromMilli, @Nullable Long offPpm, @Nullable Long priceMinor) {}
}
