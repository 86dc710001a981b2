package org.tillwright.wire.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceList;
import org.tillwright.core.pricing.PriceLists;
import org.tillwright.core.pricing.PriceRules;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

/**
 * Makes price books of items, simple tax rates and pricing rules: the one way, for register and server alike. Reading the
 * rules is the dear part and done once; whoever has many books to make of one set of rules keeps this.
 */
public final class PriceBooks {

    private final Currency currency;
    private final PriceRules rules;
    private final List<PricingRules.TaxRule> taxRules;
    private final Map<String, PricingRules.Tax> taxes = new LinkedHashMap<>();
    private final Map<String, Map<String, Quantity>> deposits = new HashMap<>();
    private final Set<String> depositItems = new HashSet<>();
    private final Map<String, List<String>> modifierGroups = new HashMap<>();
    private final Set<String> openPriceItems;

    private PriceBooks(PricingRules told, Currency currency, @Nullable String country) {
        this.currency = currency;
        this.rules = new PriceRules(
                PriceLists.of(Lists.of(told.priceLists()).stream()
                        .map(this::priceList)
                        .toList()),
                promotions(told),
                modifierGroups(told),
                cashRounding(told.cashRounding(), country, currency));
        this.taxRules = Lists.of(told.taxRules());
        this.openPriceItems = Set.copyOf(Lists.of(told.openPriceItems()));
        Lists.of(told.taxes()).forEach(tax -> taxes.put(tax.taxId(), tax));
        for (PricingRules.Deposit deposit : Lists.of(told.deposits())) {
            deposits.computeIfAbsent(deposit.itemId(), id -> new TreeMap<>())
                    .put(deposit.depositItemId(), new Quantity(deposit.quantityMilli()));
            depositItems.add(deposit.depositItemId());
        }
        Lists.of(told.itemModifiers()).forEach(item -> modifierGroups.put(item.itemId(), item.groupIds()));
    }

    /**
     * Reads rules that were checked.
     *
     * @param rules null where none were published
     * @param country of the store, whose way of rounding cash counts where the rules have none; null for no rounding
     */
    public static PriceBooks of(@Nullable PricingRules rules, Currency currency, @Nullable String country) {
        return new PriceBooks(rules == null ? PricingRules.none(currency.code()) : rules, currency, country);
    }

    /**
     * Makes the price book of a day.
     *
     * @param taxPolicy the rule to work tax out by
     * @param day of the store's own calendar: taxes may count for some days only
     * @param items price, tax category, department and divisibility of each; what the rules add to an item is added here.
     *     Those whose tax category has neither rule nor rate are left out
     * @param rates the simple rate of each tax category; a rule of the category goes before it
     */
    public PriceBook book(
            long version,
            TaxPolicy taxPolicy,
            LocalDate day,
            Collection<PriceBook.Entry> items,
            Map<String, TaxRate> rates) {
        TaxTable table = taxTable(taxPolicy, day, rates);
        Map<String, PriceBook.Entry> entries = new HashMap<>();
        for (PriceBook.Entry item : items) {
            if (table.byCategory().containsKey(item.taxCategory())) {
                entries.put(item.itemId(), completed(item));
            }
        }
        return new PriceBook(version, currency, taxPolicy, entries, table, rules);
    }

    /** True if the price of an item is asked for at each sale. */
    public boolean isOpenPrice(String itemId) {
        return openPriceItems.contains(itemId);
    }

    /** Returns the items whose lines need others to be priced: what follows each item, also in several steps. */
    public Set<String> withDeposits(Collection<String> itemIds) {
        Set<String> all = new HashSet<>(itemIds);
        List<String> open = new ArrayList<>(itemIds);
        while (!open.isEmpty()) {
            String itemId = open.remove(open.size() - 1);
            for (String deposit : deposits.getOrDefault(itemId, Map.of()).keySet()) {
                if (all.add(deposit)) {
                    open.add(deposit);
                }
            }
        }
        return all;
    }

    private PriceBook.Entry completed(PriceBook.Entry item) {
        String id = item.itemId();
        boolean isPlain = !deposits.containsKey(id)
                && !depositItems.contains(id)
                && !modifierGroups.containsKey(id)
                && !openPriceItems.contains(id);
        if (isPlain) {
            return item;
        }
        return new PriceBook.Entry(
                id,
                openPriceItems.contains(id) ? null : item.unitPrice(),
                item.taxCategory(),
                new PriceBook.Traits(
                        item.traits().departmentId(),
                        item.traits().divisible(),
                        depositItems.contains(id),
                        deposits.getOrDefault(id, Map.of()),
                        modifierGroups.getOrDefault(id, List.of())));
    }

    private TaxTable taxTable(TaxPolicy policy, LocalDate day, Map<String, TaxRate> rates) {
        Map<String, List<Tax>> otherwise = new LinkedHashMap<>();
        Map<String, Map<ServiceMode, List<Tax>>> byMode = new LinkedHashMap<>();
        rates.forEach((category, rate) -> otherwise.put(category, List.of(simple(rate, policy))));
        for (PricingRules.TaxRule rule : taxRules) {
            if (FaultList.overlap(rule.from(), rule.until(), day, day)) {
                List<Tax> levied =
                        rule.taxIds().stream().map(id -> tax(id, policy)).toList();
                String mode = rule.serviceMode();
                if (mode == null) {
                    otherwise.put(rule.taxCategory(), levied);
                } else {
                    byMode.computeIfAbsent(rule.taxCategory(), category -> new EnumMap<>(ServiceMode.class))
                            .put(ServiceMode.valueOf(mode), levied);
                }
            }
        }
        Map<String, TaxTable.Taxes> table = new LinkedHashMap<>();
        otherwise.forEach((category, levied) ->
                table.put(category, new TaxTable.Taxes(levied, byMode.getOrDefault(category, Map.of()))));
        return new TaxTable(table);
    }

    /** One id is one tax: where the rules say what it is, that holds for a simple rate of this id too. */
    private Tax simple(TaxRate rate, TaxPolicy policy) {
        return taxes.containsKey(rate.taxRateId()) ? tax(rate.taxRateId(), policy) : rate.placed(policy.placement());
    }

    private Tax tax(String taxId, TaxPolicy policy) {
        PricingRules.Tax told = taxes.get(taxId);
        if (told == null) {
            throw new IllegalArgumentException("the rules were not checked: there is no tax " + taxId);
        }
        return tax(told, policy.placement());
    }

    /** Returns a tax as the engine has it; {@code placement} counts where the rules leave it open. */
    static Tax tax(PricingRules.Tax told, TaxPolicy.Placement placement) {
        Boolean inPrice = told.inPrice();
        String group = told.group();
        return new Tax(
                told.taxId(),
                Tax.Kind.valueOf(told.kind()),
                told.value(),
                inPrice == null ? placement == TaxPolicy.Placement.IN_PRICE : inPrice,
                Boolean.TRUE.equals(told.affectsNext()),
                !Boolean.FALSE.equals(told.affectedByEarlier()),
                group == null ? told.taxId() : group);
    }

    private PriceList priceList(PricingRules.PriceList told) {
        return new PriceList(
                told.priceListId(),
                Set.copyOf(Lists.of(told.storeIds())),
                Set.copyOf(Lists.of(told.customerGroups())),
                told.from(),
                told.until(),
                told.prices().stream().map(this::price).toList());
    }

    private PriceList.Price price(PricingRules.Price told) {
        Long minimum = told.minimumMilli();
        return new PriceList.Price(
                told.itemId(),
                new Quantity(minimum == null ? 0 : minimum),
                new UnitPrice(currency, told.unitPriceMicro()));
    }

    private static PromotionIndex promotions(PricingRules told) {
        Promotions promotions = new Promotions(new ItemGroups(told));
        return PromotionIndex.of(
                Lists.of(told.promotions()).stream().map(promotions::of).toList());
    }

    private Map<String, ModifierGroup> modifierGroups(PricingRules told) {
        Map<String, ModifierGroup> groups = new LinkedHashMap<>();
        for (PricingRules.ModifierGroup group : Lists.of(told.modifierGroups())) {
            groups.put(
                    group.groupId(),
                    new ModifierGroup(
                            group.groupId(),
                            Math.toIntExact(group.minimum()),
                            Math.toIntExact(group.maximum()),
                            group.modifiers().stream().map(this::modifier).toList()));
        }
        return groups;
    }

    private ModifierGroup.Modifier modifier(PricingRules.Modifier told) {
        String mode = told.serviceMode();
        return new ModifierGroup.Modifier(
                told.modifierId(),
                new UnitPrice(currency, told.unitPriceMicro()),
                told.taxCategory(),
                mode == null ? null : ServiceMode.valueOf(mode));
    }

    private static CashRounding cashRounding(
            PricingRules.@Nullable CashRounding told, @Nullable String country, Currency currency) {
        return told == null
                ? CashRounding.of(country, currency)
                : new CashRounding(
                        told.incrementMinor(),
                        CashRounding.Tie.valueOf(told.due()),
                        CashRounding.Tie.valueOf(told.change()));
    }
}
