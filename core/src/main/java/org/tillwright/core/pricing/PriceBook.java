package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

/**
 * All prices, promotions and taxes of a store, under one version. Never changes: a new price is a new version.
 *
 * @param version number under which the server published it; the same number always means the same prices
 * @param entries by item id
 * @param taxes by tax category and service mode
 * @param rules price lists, promotions, modifiers and cash rounding
 */
public record PriceBook(
        long version,
        Currency currency,
        TaxPolicy taxPolicy,
        Map<String, Entry> entries,
        TaxTable taxes,
        PriceRules rules) {

    public PriceBook {
        requireNonNull(currency, "currency");
        requireNonNull(taxPolicy, "taxPolicy");
        requireNonNull(taxes, "taxes");
        requireNonNull(rules, "rules");
        entries = Map.copyOf(entries);
        BookCheck.requireSound(currency, entries, rules);
    }

    /** Base prices, and one rate for each tax category. */
    public PriceBook(
            long version,
            Currency currency,
            TaxPolicy taxPolicy,
            Map<String, Entry> entries,
            Map<String, TaxRate> taxRates) {
        this(version, currency, taxPolicy, entries, TaxTable.of(taxRates, taxPolicy), PriceRules.NONE);
    }

    public Optional<Entry> find(String itemId) {
        return Optional.ofNullable(entries.get(itemId));
    }

    /**
     * Returns what one unit of an item costs, or null when neither the lists nor the book have a price for it.
     *
     * @param quantity how much of it is in the cart, never negative
     */
    public @Nullable UnitPrice priceOf(String itemId, Quantity quantity, SaleContext context) {
        Entry entry = entries.get(itemId);
        UnitPrice base = entry == null ? null : entry.unitPrice();
        return rules.priceLists().priceOf(itemId, base, quantity.milli(), context);
    }

    /** Returns this book with other rules. */
    public PriceBook with(PriceRules changed) {
        return new PriceBook(version, currency, taxPolicy, entries, taxes, changed);
    }

    /**
     * What the book says of one item.
     *
     * @param unitPrice null when the item has no price yet, and can be sold at a price by hand only
     */
    public record Entry(String itemId, @Nullable UnitPrice unitPrice, String taxCategory, Traits traits) {

        /** A plain piece of no department. */
        public Entry(String itemId, @Nullable UnitPrice unitPrice, String taxCategory) {
            this(itemId, unitPrice, taxCategory, Traits.NONE);
        }
    }

    /**
     * What an item is like beyond its price.
     *
     * @param departmentId where promotions look for it, or null
     * @param divisible true if it is measured and not counted
     * @param deposit true for the deposit on a bottle or a crate: nothing is ever taken off it
     * @param deposits what follows this item when it is sold, each with how many go with one unit of it
     * @param modifierGroupIds ways to have it, in the order in which they are asked for
     */
    public record Traits(
            @Nullable String departmentId,
            boolean divisible,
            boolean deposit,
            Map<String, Quantity> deposits,
            List<String> modifierGroupIds) {

        public static final Traits NONE = new Traits(null, false, false, Map.of(), List.of());

        public Traits {
            deposits = deposits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(deposits));
            modifierGroupIds = List.copyOf(modifierGroupIds);
        }

        public static Traits of(@Nullable String departmentId, boolean divisible) {
            return new Traits(departmentId, divisible, false, Map.of(), List.of());
        }
    }
}
