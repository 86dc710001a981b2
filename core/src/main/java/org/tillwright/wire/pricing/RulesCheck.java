package org.tillwright.wire.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.Deposits;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.json.Fault;

/** Finds everything that is wrong with pricing rules, so that whoever wrote them can put all of it right at once. */
final class RulesCheck {

    /** Larger smallest coins than any country has. */
    private static final long MAX_INCREMENT = 1_000_000;

    private final FaultList faults = new FaultList();
    private final PricingRules rules;
    private final @Nullable KnownThings known;
    private final ItemGroups groups;
    private final Predicate<String> isItem;

    private RulesCheck(PricingRules rules, @Nullable KnownThings known) {
        this.rules = rules;
        this.known = known;
        this.groups = new ItemGroups(rules);
        this.isItem = known == null ? id -> true : known::hasItem;
    }

    /**
     * Finds the faults of the rules.
     *
     * @param known what they may refer to; null to look at nothing outside of them
     */
    static List<Fault> faultsOf(PricingRules rules, @Nullable KnownThings known) {
        RulesCheck check = new RulesCheck(rules, known);
        check.currency();
        new TaxRulesCheck(check.faults, known).check(rules);
        check.itemGroups();
        check.priceLists();
        check.faults.names(rules.openPriceItems(), check.isItem, "item", "openPriceItems");
        check.modifierGroups();
        check.itemModifiers();
        check.deposits();
        new PromotionRulesCheck(check.faults, check.groups, known).check(Lists.of(rules.promotions()));
        CodePatterns.check(Lists.of(rules.codePatterns()), check.faults);
        check.cashRounding();
        return check.faults.all();
    }

    private void currency() {
        String currency = rules.currency();
        faults.require(Currency.find(currency) != null, "currency", "is no known currency: " + currency);
        KnownThings things = known;
        if (things != null) {
            String own = things.currency();
            faults.require(currency.equals(own), "currency", "is " + currency + ", and the stores count in " + own);
        }
        faults.oneOf(rules.taxExemption(), TaxPolicy.Exemption.values(), "taxExemption");
    }

    private void itemGroups() {
        Set<String> ids = new HashSet<>();
        List<PricingRules.ItemGroup> told = Lists.of(rules.itemGroups());
        for (int i = 0; i < told.size(); i++) {
            PricingRules.ItemGroup group = told.get(i);
            String field = "itemGroups[" + i + "]";
            faults.unique(ids, group.groupId(), field + ".groupId");
            faults.names(group.itemIds(), isItem, "item", field + ".itemIds");
            faults.names(group.groupIds(), groups::has, "item group", field + ".groupIds");
            KnownThings things = known;
            if (things != null) {
                faults.names(group.departmentIds(), things::hasDepartment, "department", field + ".departmentIds");
            }
        }
        Circles.find(groups.arrows())
                .ifPresent(circle -> faults.add("itemGroups", "go in a circle: " + String.join(" holds ", circle)));
    }

    private void priceLists() {
        Set<String> ids = new HashSet<>();
        List<PricingRules.PriceList> told = Lists.of(rules.priceLists());
        Map<List<Object>, List<Listed>> alike = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            PricingRules.PriceList list = told.get(i);
            String field = "priceLists[" + i + "]";
            faults.unique(ids, list.priceListId(), field + ".priceListId");
            faults.days(list.from(), list.until(), field);
            KnownThings things = known;
            if (things != null) {
                faults.names(list.storeIds(), things::hasStore, "store", field + ".storeIds");
            }
            for (int k = 0; k < list.prices().size(); k++) {
                price(list, list.prices().get(k), field + ".prices[" + k + "]", alike);
            }
        }
    }

    /** One price among those for the same item, quantity, stores and customers. */
    private record Listed(PricingRules.PriceList list, @Nullable LocalDate from, @Nullable LocalDate until) {}

    private void price(
            PricingRules.PriceList list,
            PricingRules.Price price,
            String field,
            Map<List<Object>, List<Listed>> alike) {
        faults.name(price.itemId(), isItem, "item", field + ".itemId");
        faults.amount(price.unitPriceMicro(), field + ".unitPriceMicro");
        faults.amount(price.minimumMilli(), field + ".minimumMilli");
        Long minimum = price.minimumMilli();
        List<Object> forWhom = List.of(
                price.itemId(),
                minimum == null ? 0L : minimum,
                Set.copyOf(Lists.of(list.storeIds())),
                Set.copyOf(Lists.of(list.customerGroups())));
        List<Listed> others = alike.computeIfAbsent(forWhom, key -> new ArrayList<>());
        others.stream()
                .filter(other -> FaultList.overlap(other.from(), other.until(), list.from(), list.until()))
                .findFirst()
                .ifPresent(other -> faults.add(
                        field,
                        "gives item " + price.itemId() + " a second price on days of price list "
                                + other.list().priceListId()));
        others.add(new Listed(list, list.from(), list.until()));
    }

    private void modifierGroups() {
        Set<String> ids = new HashSet<>();
        List<PricingRules.ModifierGroup> told = Lists.of(rules.modifierGroups());
        for (int i = 0; i < told.size(); i++) {
            PricingRules.ModifierGroup group = told.get(i);
            String field = "modifierGroups[" + i + "]";
            faults.unique(ids, group.groupId(), field + ".groupId");
            faults.require(group.minimum() >= 0, field + ".minimum", "of " + group.groupId() + " is negative");
            faults.require(
                    group.maximum() >= 1 && group.maximum() <= CartMessage.MAX_MODIFIERS,
                    field + ".maximum",
                    "of " + group.groupId() + " is not between 1 and " + CartMessage.MAX_MODIFIERS);
            faults.require(
                    group.minimum() <= group.maximum(),
                    field + ".minimum",
                    "of " + group.groupId() + " is " + group.minimum() + ", above its maximum " + group.maximum());
            faults.require(!group.modifiers().isEmpty(), field + ".modifiers", "of " + group.groupId() + " is empty");
            Set<String> modifierIds = new HashSet<>();
            for (int k = 0; k < group.modifiers().size(); k++) {
                PricingRules.Modifier modifier = group.modifiers().get(k);
                String at = field + ".modifiers[" + k + "]";
                faults.unique(modifierIds, modifier.modifierId(), at + ".modifierId");
                faults.amount(modifier.unitPriceMicro(), at + ".unitPriceMicro");
                faults.oneOf(modifier.serviceMode(), ServiceMode.values(), at + ".serviceMode");
                KnownThings things = known;
                if (things != null) {
                    Predicate<String> isCategory =
                            category -> things.hasTaxCategory(category) || TaxRulesCheck.hasRule(rules, category);
                    faults.name(modifier.taxCategory(), isCategory, "tax category", at + ".taxCategory");
                }
            }
        }
    }

    private void itemModifiers() {
        Set<String> groupIds = new HashSet<>();
        Lists.of(rules.modifierGroups()).forEach(group -> groupIds.add(group.groupId()));
        Set<String> items = new HashSet<>();
        List<PricingRules.ItemModifiers> told = Lists.of(rules.itemModifiers());
        for (int i = 0; i < told.size(); i++) {
            String field = "itemModifiers[" + i + "]";
            faults.unique(items, told.get(i).itemId(), field + ".itemId");
            faults.name(told.get(i).itemId(), isItem, "item", field + ".itemId");
            faults.names(told.get(i).groupIds(), groupIds::contains, "modifier group", field + ".groupIds");
        }
    }

    private void deposits() {
        Set<String> pairs = new HashSet<>();
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        List<PricingRules.Deposit> told = Lists.of(rules.deposits());
        for (int i = 0; i < told.size(); i++) {
            PricingRules.Deposit deposit = told.get(i);
            String field = "deposits[" + i + "]";
            faults.name(deposit.itemId(), isItem, "item", field + ".itemId");
            faults.name(deposit.depositItemId(), isItem, "item", field + ".depositItemId");
            faults.amount(deposit.quantityMilli(), field + ".quantityMilli");
            faults.require(
                    deposit.quantityMilli() != 0,
                    field + ".quantityMilli",
                    "of deposit " + deposit.depositItemId() + " is zero");
            faults.require(
                    pairs.add(deposit.itemId() + "\n" + deposit.depositItemId()),
                    field,
                    "lets " + deposit.depositItemId() + " follow " + deposit.itemId() + " a second time");
            arrows.computeIfAbsent(deposit.itemId(), id -> new ArrayList<>()).add(deposit.depositItemId());
        }
        Circles.find(arrows)
                .ifPresentOrElse(
                        circle -> faults.add("deposits", "go in a circle: " + String.join(" is followed by ", circle)),
                        () -> Circles.longerThan(Deposits.MOST_LEVELS, arrows)
                                .ifPresent(itemId -> faults.add(
                                        "deposits",
                                        "of " + itemId + " have more than " + Deposits.MOST_LEVELS + " levels")));
    }

    private void cashRounding() {
        PricingRules.CashRounding rounding = rules.cashRounding();
        if (rounding != null) {
            long increment = rounding.incrementMinor();
            faults.require(
                    increment >= 1 && increment <= MAX_INCREMENT,
                    "cashRounding.incrementMinor",
                    "is not a possible smallest coin: " + increment);
            faults.oneOf(rounding.due(), CashRounding.Tie.values(), "cashRounding.due");
            faults.oneOf(rounding.change(), CashRounding.Tie.values(), "cashRounding.change");
        }
    }
}
