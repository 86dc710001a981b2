package org.tillwright.server.pricing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.platform.Sql;

/** Prices and tax rates by version. A version v counts a row when from_version <= v < until_version. */
@Dependent
class PublishedPrices {

    /** Items asked for in one query; a longer list takes several. */
    private static final int ITEMS_PER_QUERY = 500;

    private static final String ENTRIES = "select i.item_id, coalesce(" + former("place", "department_id")
            + ", i.department_id), coalesce(" + former("place", "unit") + ", i.unit) <> 'PIECE', p.unit_price_micro,"
            + " coalesce(" + former("tax", "tax_category") + ", i.tax_category) from item i left join item_price p"
            + " on p.item_id = i.item_id and p.from_version <= ?"
            + " and (p.until_version is null or p.until_version > ?) where i.item_id in (";

    /** How often {@link #ENTRIES} asks for the version. */
    private static final int VERSIONS = 5;

    @Inject
    Sql sql;

    List<PriceBook.Entry> entriesAt(long version, Currency currency, Set<String> itemIds) {
        List<String> ids = new ArrayList<>(itemIds);
        List<PriceBook.Entry> entries = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += ITEMS_PER_QUERY) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + ITEMS_PER_QUERY));
            List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(VERSIONS, version));
            values.addAll(part);
            entries.addAll(sql.query(
                    ENTRIES + String.join(", ", Collections.nCopies(part.size(), "?")) + ")",
                    row -> new PriceBook.Entry(
                            row.text(1),
                            price(currency, row.numberOrNull(4)),
                            row.text(5),
                            PriceBook.Traits.of(row.text(2), row.truth(3))),
                    values.toArray()));
        }
        return entries;
    }

    Map<String, TaxRate> taxRatesAt(long version) {
        Map<String, TaxRate> rates = new HashMap<>();
        sql.query(
                        "select tax_category, tax_rate_id, rate_ppm from tax_rate"
                                + " where from_version <= ? and (until_version is null or until_version > ?)",
                        row -> Map.entry(row.text(1), new TaxRate(row.text(2), new Rate(row.number(3)))),
                        version,
                        version)
                .forEach(rate -> rates.put(rate.getKey(), rate.getValue()));
        return rates;
    }

    /** Returns all categories with the rates that they have and had, the newest first. */
    List<TaxCategory> categories(List<PlannedTaxRate> planned, int limit) {
        Map<String, Long> items = new HashMap<>();
        sql.query(
                        "select tax_category, count(*) from item where active group by tax_category",
                        row -> Map.entry(row.text(1), row.number(2)))
                .forEach(count -> items.put(count.getKey(), count.getValue()));
        Map<String, List<TaxCategory.RateSpan>> rates = new TreeMap<>();
        sql.query(
                        "select r.tax_category, r.tax_rate_id, r.rate_ppm, f.published_at, u.published_at from tax_rate r"
                                + " left join publication f on f.number = r.from_version"
                                + " left join publication u on u.number = r.until_version"
                                + " order by r.until_version is not null, r.from_version desc limit ?",
                        row -> Map.entry(
                                row.text(1),
                                new TaxCategory.RateSpan(
                                        row.text(2), row.number(3), row.instantOrNull(4), row.instantOrNull(5))),
                        limit)
                .forEach(rate -> rates.computeIfAbsent(rate.getKey(), category -> new ArrayList<>())
                        .add(rate.getValue()));
        List<TaxCategory> categories = new ArrayList<>();
        rates.forEach((category, spans) -> categories.add(new TaxCategory(
                category,
                items.getOrDefault(category, 0L),
                planned.stream()
                        .filter(plan -> plan.taxCategory().equals(category))
                        .toList(),
                spans)));
        return categories;
    }

    /** Ends a category's rate at a version and begins another there. */
    void setTaxRate(String taxCategory, TaxRate rate, long version) {
        sql.update(
                "update tax_rate set until_version = ? where tax_category = ? and until_version is null",
                version,
                taxCategory);
        sql.update(
                "insert into tax_rate (tax_category, from_version, tax_rate_id, rate_ppm) values (?, ?, ?, ?)",
                taxCategory,
                version,
                rate.taxRateId(),
                rate.rate().ppm());
    }

    /** What a column of an item was at a version, if it was changed since; null if not. */
    private static String former(String what, String column) {
        return "(select f." + column + " from item_former_" + what + " f where f.item_id = i.item_id"
                + " and f.until_version > ? order by f.until_version limit 1)";
    }

    private static @Nullable UnitPrice price(Currency currency, @Nullable Long micro) {
        return micro == null ? null : new UnitPrice(currency, micro);
    }
}
