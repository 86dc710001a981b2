package org.tillwright.wire;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.shop.ShopRules;

/**
 * Everything a register needs to sell, under one number. Items come as changes since the number that was asked for; all
 * else comes whole, because it is small.
 *
 * @param number of this snapshot; it is the version of its price book too
 * @param after the snapshot that {@code items} are changes to; 0 when they are all items
 * @param epoch which life of the server's database this is: another one after each restore; null from an older server
 * @param pricingRules what prices depend on beside the items; null when none were published
 * @param shopRules how this store sells: functions, tenders, reasons, limits; null when none were published for it
 */
public record SnapshotMessage(
        Long number,
        Long after,
        Store store,
        TaxPolicyMessage taxPolicy,
        @Limit(100) List<TaxRate> taxRates,
        @Limit(1_000) List<Department> departments,
        @Limit(1_000_000) List<Item> items,
        @Limit(10_000) List<Operator> operators,
        @Nullable UUID epoch,
        @Nullable PricingRules pricingRules,
        @Nullable ShopRules shopRules) {

    /** A snapshot of a shop without rules of its own. */
    public SnapshotMessage(
            Long number,
            Long after,
            Store store,
            TaxPolicyMessage taxPolicy,
            List<TaxRate> taxRates,
            List<Department> departments,
            List<Item> items,
            List<Operator> operators,
            @Nullable UUID epoch,
            @Nullable PricingRules pricingRules) {
        this(number, after, store, taxPolicy, taxRates, departments, items, operators, epoch, pricingRules, null);
    }

    /** A snapshot of items at their own prices. */
    public SnapshotMessage(
            Long number,
            Long after,
            Store store,
            TaxPolicyMessage taxPolicy,
            List<TaxRate> taxRates,
            List<Department> departments,
            List<Item> items,
            List<Operator> operators,
            @Nullable UUID epoch) {
        this(number, after, store, taxPolicy, taxRates, departments, items, operators, epoch, null);
    }

    /**
     * The shop as its receipts show it.
     *
     * @param language first language of the store, such as {@code da}
     * @param timeZone IANA name
     * @param dayEnds local time at which one business day ends and the next begins, such as {@code 04:00}
     * @param receiptFooter by language
     */
    public record Store(
            String storeId,
            String name,
            @Limit(5) List<String> addressLines,
            @Nullable String taxNumber,
            @Limit(2) String country,
            @Limit(3) String currency,
            @Limit(5) String language,
            String timeZone,
            @Limit(5) String dayEnds,
            Map<String, String> receiptFooter) {}

    /** The rate in force of a tax category. */
    public record TaxRate(@Limit(40) String taxCategory, @Limit(40) String taxRateId, Long ratePpm) {}

    /**
     * A place in the merchandise hierarchy; here one level of it, the tiles' tabs.
     *
     * @param hue which of the eight department colours, 0 to 7
     */
    public record Department(@Limit(40) String departmentId, Map<String, String> names, Long position, Long hue) {}

    /**
     * Something sold.
     *
     * @param names by language; the store's own is always there
     * @param unit name of a {@code Unit}
     * @param unitPriceMicro null when the item has no price yet
     * @param codes every code that finds it, as keys of {@code ScanCode}
     * @param pictureId picture to show on its tile, or null
     * @param tile its place among its department's tiles, or null when it has none
     * @param active false when it is no longer sold, and codes and tile no longer count
     */
    public record Item(
            @Limit(40) String itemId,
            Map<String, String> names,
            @Limit(40) String departmentId,
            @Limit(20) String unit,
            @Limit(40) String taxCategory,
            @Nullable Long unitPriceMicro,
            @Limit(50) List<String> codes,
            @Nullable @Limit(80) String pictureId,
            @Nullable Long tile,
            Boolean active) {}

    /**
     * A person who may sign on at a register.
     *
     * @param number what they key in to say who they are
     * @param pinVerifier see {@link PinVerifier}; null when no PIN is set
     * @param permissions such as {@code sales.override-price}
     * @param badgeVerifier what a badge of theirs is known by, not the badge's code; null without one
     */
    public record Operator(
            @Limit(40) String operatorId,
            @Limit(20) String number,
            String name,
            @Limit(20) String role,
            @Nullable @Limit(5) String language,
            @Nullable String pinVerifier,
            @Limit(100) List<String> permissions,
            @Nullable @Limit(100) String badgeVerifier) {

        /** A person without a badge. */
        public Operator(
                String operatorId,
                String number,
                String name,
                String role,
                @Nullable String language,
                @Nullable String pinVerifier,
                List<String> permissions) {
            this(operatorId, number, name, role, language, pinVerifier, permissions, null);
        }
    }
}
