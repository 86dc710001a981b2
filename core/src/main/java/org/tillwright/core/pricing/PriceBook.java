package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

/**
 * All prices and tax rates of a store, under one version. Never changes: a new price is a new version.
 *
 * @param version number under which the server published it; the same number always means the same prices
 * @param entries by item id
 * @param taxRates the rate in force, by tax category
 */
public record PriceBook(
        long version,
        Currency currency,
        TaxPolicy taxPolicy,
        Map<String, Entry> entries,
        Map<String, TaxRate> taxRates) {

    public PriceBook {
        requireNonNull(currency, "currency");
        entries = Map.copyOf(entries);
        taxRates = Map.copyOf(taxRates);
    }

    public Optional<Entry> find(String itemId) {
        return Optional.ofNullable(entries.get(itemId));
    }

    /** Returns the rate of a tax category; a book that names a category without a rate was never published. */
    public TaxRate taxRate(String taxCategory) {
        return requireNonNull(taxRates.get(taxCategory), () -> "no tax rate for category " + taxCategory);
    }

    /**
     * What the book says of one item.
     *
     * @param unitPrice null when the item has no price yet, and can be sold at a price by hand only
     */
    public record Entry(String itemId, @Nullable UnitPrice unitPrice, String taxCategory) {}
}
