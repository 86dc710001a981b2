package org.tillwright.server.shop;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;

/** Looks up what shop rules refer to. Asks for the named things only: a catalogue may have a hundred thousand items. */
@Dependent
class ShopReferences {

    private static final int ITEMS_PER_QUERY = 500;

    @Inject
    Sql sql;

    /** What there is of the things that rules name. */
    record Found(Set<String> items, Set<String> departments, Set<String> pictures) {}

    Found of(ShopRules rules) {
        return new Found(
                known("item", "item_id", itemsNamedIn(rules)),
                Set.copyOf(sql.query("select department_id from department", row -> row.text(1))),
                known("picture", "picture_id", picturesNamedIn(rules)));
    }

    private static Set<String> itemsNamedIn(ShopRules rules) {
        Set<String> named = new HashSet<>(Lists.of(rules.favourites()));
        SellingRules selling = rules.selling();
        if (selling != null) {
            Lists.of(selling.restrictions()).forEach(restriction -> named.addAll(Lists.of(restriction.itemIds())));
            Lists.of(selling.tares()).forEach(tare -> named.addAll(Lists.of(tare.itemIds())));
        }
        return named;
    }

    private static Set<String> picturesNamedIn(ShopRules rules) {
        ReceiptRules receipts = rules.receipts();
        String logo = receipts == null ? null : receipts.logoPictureId();
        return logo == null ? Set.of() : Set.of(logo);
    }

    private Set<String> known(String table, String key, Collection<String> named) {
        List<String> ids = new ArrayList<>(named);
        Set<String> found = new HashSet<>();
        for (int from = 0; from < ids.size(); from += ITEMS_PER_QUERY) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + ITEMS_PER_QUERY));
            found.addAll(sql.query(
                    "select " + key + " from " + table + " where " + key + " in ("
                            + String.join(", ", Collections.nCopies(part.size(), "?")) + ")",
                    row -> row.text(1),
                    part.toArray()));
        }
        return found;
    }
}
