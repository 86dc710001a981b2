package org.tillwright.wire.pricing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;

/**
 * Everything that prices depend on beside the items' own prices and the simple tax rates: one document for all stores of a
 * server, published as a whole. What is left out is as if it were empty.
 *
 * @param currency ISO 4217 code of every amount and price in the document
 * @param taxExemption STRIP_TAX or KEEP_GROSS: what a customer who owes no tax pays for prices that hold it; null for
 *     STRIP_TAX
 * @param taxes taxes by their id
 * @param taxRules which taxes count for a tax category, instead of its simple rate
 * @param itemGroups items under one name, for promotions
 * @param openPriceItems items whose price is asked for at each sale
 * @param deposits what follows an item, such as a bottle
 * @param codePatterns how codes that the shop's own scales print are read
 * @param cashRounding how an amount in cash becomes one that coins can pay; null for the store's country's way
 */
public record PricingRules(
        @Limit(3) String currency,
        @Nullable @Limit(20) String taxExemption,
        @Nullable @Limit(500) List<Tax> taxes,
        @Nullable @Limit(2_000) List<TaxRule> taxRules,
        @Nullable @Limit(1_000) List<ItemGroup> itemGroups,
        @Nullable @Limit(500) List<PriceList> priceLists,
        @Nullable @Limit(5_000) List<String> openPriceItems,
        @Nullable @Limit(1_000) List<ModifierGroup> modifierGroups,
        @Nullable @Limit(5_000) List<ItemModifiers> itemModifiers,
        @Nullable @Limit(5_000) List<Deposit> deposits,
        @Nullable @Limit(2_000) List<PromotionMessage> promotions,
        @Nullable @Limit(100) List<CodePattern> codePatterns,
        @Nullable CashRounding cashRounding) {

    /** Rules that say nothing. */
    public static PricingRules none(String currency) {
        return new PricingRules(currency, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Returns every item that the document names. */
    public Set<String> itemIds() {
        Set<String> ids = new HashSet<>(Lists.of(openPriceItems));
        Lists.of(itemGroups).forEach(group -> ids.addAll(Lists.of(group.itemIds())));
        Lists.of(priceLists).forEach(list -> list.prices().forEach(price -> ids.add(price.itemId())));
        Lists.of(itemModifiers).forEach(item -> ids.add(item.itemId()));
        for (Deposit deposit : Lists.of(deposits)) {
            ids.add(deposit.itemId());
            ids.add(deposit.depositItemId());
        }
        Lists.of(promotions).forEach(promotion -> ids.addAll(promotion.effect().itemIds()));
        return ids;
    }

    /** Returns everything in this document that contradicts itself or refers to nothing within it. */
    public List<Fault> faults() {
        return RulesCheck.faultsOf(this, null);
    }

    /** Returns {@link #faults()} and every reference to what a catalogue does not have. */
    public List<Fault> faultsAgainst(KnownThings known) {
        return RulesCheck.faultsOf(this, known);
    }

    /**
     * One tax.
     *
     * @param kind PERCENT, DIVISION or FIXED
     * @param value parts per million; for FIXED millionths of the major unit for one unit of quantity
     * @param inPrice whether prices hold it; null where the store's tax policy says so
     * @param affectsNext true when it is part of the base of the taxes after it; null for false
     * @param affectedByEarlier whether earlier taxes are part of its base; null for true
     * @param group what reports sum it under; null for its own id
     */
    public record Tax(
            @Limit(40) String taxId,
            @Limit(20) String kind,
            Long value,
            @Nullable Boolean inPrice,
            @Nullable Boolean affectsNext,
            @Nullable Boolean affectedByEarlier,
            @Nullable @Limit(40) String group) {}

    /**
     * Which taxes a category has, in the order in which they are worked out.
     *
     * @param serviceMode EAT_IN or TAKE_AWAY; null for every way that has no rule of its own
     * @param from first day; null if it always has counted
     * @param until last day; null if it never ends
     * @param taxIds none for a category that bears no tax
     */
    public record TaxRule(
            @Limit(40) String taxCategory,
            @Nullable @Limit(20) String serviceMode,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Limit(20) List<String> taxIds) {}

    /** Items, the items of departments and those of other groups, under one name. */
    public record ItemGroup(
            @Limit(40) String groupId,
            @Nullable @Limit(20_000) List<String> itemIds,
            @Nullable @Limit(1_000) List<String> departmentIds,
            @Nullable @Limit(200) List<String> groupIds) {}

    /**
     * Prices that count instead of base prices, somewhere, for someone, for some days.
     *
     * @param storeIds where it counts; null for everywhere
     * @param customerGroups for whom; null for everybody
     * @param from first day; null if it always has counted
     * @param until last day; null if it never ends
     */
    public record PriceList(
            @Limit(40) String priceListId,
            @Nullable @Limit(500) List<String> storeIds,
            @Nullable @Limit(100) List<String> customerGroups,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Limit(50_000) List<Price> prices) {}

    /**
     * The price of one item in a list.
     *
     * @param minimumMilli from how much of the item in the cart on; null for any quantity
     */
    public record Price(@Limit(40) String itemId, @Nullable Long minimumMilli, Long unitPriceMicro) {}

    /**
     * Ways to have an item, of which a customer picks some.
     *
     * @param minimum how many must be picked at least
     * @param maximum how many may be picked at most
     */
    public record ModifierGroup(
            @Limit(40) String groupId,
            @Nullable Map<String, String> names,
            Long minimum,
            Long maximum,
            @Limit(500) List<Modifier> modifiers) {}

    /**
     * One way to have an item.
     *
     * @param names by language; null for none but its id
     * @param unitPriceMicro what it costs more for one unit of the item
     * @param taxCategory its own; null for the item's
     * @param serviceMode its own; null for the line's
     */
    public record Modifier(
            @Limit(40) String modifierId,
            @Nullable Map<String, String> names,
            Long unitPriceMicro,
            @Nullable @Limit(40) String taxCategory,
            @Nullable @Limit(20) String serviceMode) {}

    /** The modifier groups of an item, in the order in which they are asked for. */
    public record ItemModifiers(@Limit(40) String itemId, @Limit(20) List<String> groupIds) {}

    /**
     * What follows an item.
     *
     * @param quantityMilli of the deposit item for one unit of the item
     */
    public record Deposit(@Limit(40) String itemId, @Limit(40) String depositItemId, Long quantityMilli) {}

    /**
     * How a code that the shop's own scales print is read; docs/barcodes.md says what the places of a template are.
     *
     * @param meaning PRICE, QUANTITY or DISCOUNT: what its value is
     * @param template such as {@code 21IIIIIKVVVVC}
     * @param decimals digits of the value behind its point; null in a price for as many as the currency has
     * @param key ITEM or TEMPLATE: what the item is looked up by; null for TEMPLATE
     */
    public record CodePattern(
            @Limit(40) String name,
            @Limit(20) String meaning,
            @Limit(60) String template,
            @Nullable Long decimals,
            @Nullable @Limit(20) String key) {}

    /**
     * How an amount in cash becomes one that coins can pay.
     *
     * @param incrementMinor smallest coin in minor units; 1 rounds nothing
     * @param due AWAY_FROM_ZERO or TOWARDS_ZERO: which way the exact middle goes for what is owed
     * @param change the same for change
     */
    public record CashRounding(Long incrementMinor, @Limit(20) String due, @Limit(20) String change) {}
}
