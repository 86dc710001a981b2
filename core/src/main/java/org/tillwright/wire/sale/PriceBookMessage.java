package org.tillwright.wire.sale;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.gs1.Gs1;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.KnownThings;
import org.tillwright.wire.pricing.PricingRules;

/**
 * Everything that carts in a file are priced by, in the words of the snapshot.
 *
 * @param country whose way of rounding cash counts where the rules have none; null for none
 * @param rules null for items at their own prices
 */
public record PriceBookMessage(
        @Limit(3) String currency,
        @Nullable @Limit(2) String country,
        TaxPolicyMessage taxPolicy,
        @Limit(100) List<SnapshotMessage.TaxRate> taxRates,
        @Limit(100_000) List<Item> items,
        @Nullable PricingRules rules) {

    /**
     * An item.
     *
     * @param unitPriceMicro null when it has no price of its own
     * @param departmentId where promotions look for it; null for none
     * @param unit name of a unit; null for PIECE
     */
    public record Item(
            @Limit(40) String itemId,
            @Nullable Long unitPriceMicro,
            @Limit(40) String taxCategory,
            @Nullable @Limit(40) String departmentId,
            @Nullable @Limit(20) String unit) {}

    /** Returns everything that is wrong with it. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (Currency.find(currency) == null) {
            faults.add(new Fault("currency", "is no known currency: " + currency));
        }
        if (country != null && Gs1.check("iso3166alpha2", country) != null) {
            faults.add(new Fault("country", "is no country by ISO 3166: " + country));
        }
        Set<String> categories = new HashSet<>();
        for (SnapshotMessage.TaxRate rate : taxRates) {
            if (rate.ratePpm() < 0 || rate.ratePpm() > Tax.MOST) {
                faults.add(
                        new Fault("taxRates", "has a rate that is not between 0 and 1000 % for " + rate.taxCategory()));
            }
            if (!categories.add(rate.taxCategory())) {
                faults.add(new Fault("taxRates", "has two rates for " + rate.taxCategory()));
            }
        }
        for (PricingRules.TaxRule rule : taxRules()) {
            categories.add(rule.taxCategory());
        }
        Known known = new Known(currency, new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Item item : items) {
            item(item, known, faults);
            if (!categories.contains(item.taxCategory())) {
                faults.add(new Fault(
                        "items",
                        "has tax category " + item.taxCategory() + " for " + item.itemId()
                                + ", which has neither a rate nor a rule"));
            }
        }
        taxRates.forEach(rate -> known.categories().add(rate.taxCategory()));
        if (rules != null) {
            rules.faultsAgainst(known)
                    .forEach(fault -> faults.add(new Fault("rules." + fault.field(), fault.message())));
        }
        return faults;
    }

    private List<PricingRules.TaxRule> taxRules() {
        List<PricingRules.TaxRule> told = rules == null ? null : rules.taxRules();
        return told == null ? List.of() : told;
    }

    private static void item(Item item, Known known, List<Fault> faults) {
        Long price = item.unitPriceMicro();
        String unit = item.unit();
        if (!known.items().add(item.itemId())) {
            faults.add(new Fault("items", "has item " + item.itemId() + " twice"));
        }
        if (price != null && price < 0) {
            faults.add(new Fault("items", "has a price below 0 for " + item.itemId()));
        }
        if (unit != null && Unit.find(unit) == null) {
            faults.add(new Fault("items", "has no known unit for " + item.itemId() + ": " + unit));
        }
        known.categories().add(item.taxCategory());
        String department = item.departmentId();
        if (department != null) {
            known.departments().add(department);
        }
    }

    /** Returns the items as a price book has them; for a sound message. */
    public List<PriceBook.Entry> entries() {
        Currency own = Currency.of(currency);
        return items.stream().map(item -> entry(item, own)).toList();
    }

    private static PriceBook.Entry entry(Item item, Currency currency) {
        Long price = item.unitPriceMicro();
        String unit = item.unit();
        return new PriceBook.Entry(
                item.itemId(),
                price == null ? null : new UnitPrice(currency, price),
                item.taxCategory(),
                PriceBook.Traits.of(
                        item.departmentId(), unit != null && Unit.valueOf(unit).isDivisible()));
    }

    /** Returns the simple tax rates by category; for a sound message. */
    public Map<String, TaxRate> rates() {
        Map<String, TaxRate> rates = new TreeMap<>();
        taxRates.forEach(
                rate -> rates.put(rate.taxCategory(), new TaxRate(rate.taxRateId(), new Rate(rate.ratePpm()))));
        return rates;
    }

    /** A file knows its own items; a store is whatever it is called. */
    private record Known(String currency, Set<String> items, Set<String> departments, Set<String> categories)
            implements KnownThings {

        @Override
        public boolean hasItem(String itemId) {
            return items.contains(itemId);
        }

        @Override
        public boolean hasDepartment(String departmentId) {
            return departments.contains(departmentId);
        }

        @Override
        public boolean hasStore(String storeId) {
            return true;
        }

        @Override
        public boolean hasTaxCategory(String taxCategory) {
            return categories.contains(taxCategory);
        }
    }
}
