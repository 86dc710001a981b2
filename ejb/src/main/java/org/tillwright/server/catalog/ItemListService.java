package org.tillwright.server.catalog;

import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.server.publication.PublicationService;

/** The door for looking at the catalogue: lists, searches, one item whole. Changes nothing. */
@Stateless
public class ItemListService {

    /** Items in one part of a list. */
    public static final int MAX_ROWS = 100;

    /** Items that a search by words counts; its page says so when there are more. */
    public static final int MAX_COUNTED = ItemSearch.MAX_COUNTED;

    /** Prices and changes of one item that are told. */
    private static final int MAX_HISTORY = 50;

    /** Items that one transaction lists when they came into the database past the catalogue. */
    private static final int LISTED_AT_ONCE = 2_000;

    @Inject
    ItemSearch search;

    @Inject
    ItemRows rows;

    @Inject
    Items items;

    @Inject
    ItemChanges changes;

    @Inject
    Departments departments;

    @Inject
    ListedItems listed;

    @Inject
    PublicationService publications;

    /** Returns a part of the list that a filter describes. */
    @RolesAllowed(SUPERVISOR)
    public ItemPage list(ItemFilter filter, int offset, int limit) {
        long count = search.count(filter);
        if (count <= offset) {
            return new ItemPage(List.of(), count);
        }
        List<String> ids = search.ids(filter, count, Math.max(0, offset), Math.min(limit, MAX_ROWS));
        return new ItemPage(rows.read(ids, filter.language(), departments.names(filter.language())), count);
    }

    /** Returns how many items there are in each state. */
    @RolesAllowed(SUPERVISOR)
    public ItemCounts counts() {
        return search.counts();
    }

    /** Returns an item whole. */
    @RolesAllowed(SUPERVISOR)
    public Optional<ItemDetail> find(String itemId) {
        return items.find(itemId)
                .map(item -> new ItemDetail(
                        item,
                        changes.changedIn(itemId),
                        items.taxRatePpm(item.taxCategory()).orElse(null),
                        changes.prices(itemId, MAX_HISTORY),
                        changes.newest(itemId, MAX_HISTORY)));
    }

    /** Returns the item that a code finds, as a list shows it. */
    @RolesAllowed(SUPERVISOR)
    public Optional<ItemRow> findByCode(String code, String language) {
        return items.itemOfCode(ScanCode.of(code).key())
                .flatMap(id -> rows.read(List.of(id), language, departments.names(language)).stream()
                        .findFirst());
    }

    /**
     * Gives items that came into the database past the catalogue, as a demo or an older version did, their place in
     * lists. Open to all inside: it tells nothing and changes no item.
     *
     * @return how many there were; called again until there are none
     */
    @PermitAll
    public int listTheUnlisted() {
        publications.hold();
        List<String> ids = listed.unlisted(LISTED_AT_ONCE);
        listed.list(List.copyOf(items.findIds(ids).values()));
        return ids.size();
    }
}
