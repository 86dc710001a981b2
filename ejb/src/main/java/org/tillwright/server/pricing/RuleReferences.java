package org.tillwright.server.pricing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tillwright.server.platform.Sql;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.pricing.KnownThings;
import org.tillwright.wire.pricing.PricingRules;

/** Looks up what pricing rules refer to. Asks for the named items only: a catalogue may have a hundred thousand. */
@Dependent
class RuleReferences {

    private static final int ITEMS_PER_QUERY = 500;

    @Inject
    Sql sql;

    @Inject
    PublishedPrices prices;

    @Inject
    PublicationService publications;

    KnownThings of(PricingRules rules) {
        return new Found(
                items(rules.itemIds()),
                Set.copyOf(sql.query("select department_id from department", row -> row.text(1))),
                Set.copyOf(sql.query("select store_id from store", row -> row.text(1))),
                prices.taxRatesAt(publications.latest()).keySet(),
                sql.first("select currency from store order by store_id limit 1", row -> row.text(1))
                        .orElse(rules.currency()));
    }

    private Set<String> items(Set<String> named) {
        List<String> ids = new ArrayList<>(named);
        Set<String> found = new HashSet<>();
        for (int from = 0; from < ids.size(); from += ITEMS_PER_QUERY) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + ITEMS_PER_QUERY));
            found.addAll(sql.query(
                    "select item_id from item where item_id in ("
                            + String.join(", ", Collections.nCopies(part.size(), "?")) + ")",
                    row -> row.text(1),
                    part.toArray()));
        }
        return found;
    }

    /** All stores count in one currency, as long as there is one. */
    private record Found(
            Set<String> items, Set<String> departments, Set<String> stores, Set<String> taxCategories, String currency)
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
            return stores.contains(storeId);
        }

        @Override
        public boolean hasTaxCategory(String taxCategory) {
            return taxCategories.contains(taxCategory);
        }
    }
}
