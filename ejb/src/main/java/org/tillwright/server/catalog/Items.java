package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** The tables of items, their names, codes and prices. Written in batches, because imports are large. */
@Dependent
class Items {

    /** Ids asked for in one query; a longer list takes several. */
    private static final int IDS_PER_QUERY = 500;

    /** A code that finds an item already. */
    record TakenCode(String key, String itemId, String name) {}

    private record Text(String itemId, String key, String text) {}

    @Inject
    Sql sql;

    Optional<ItemDraft> find(String itemId) {
        return Optional.ofNullable(findIds(List.of(itemId)).get(itemId));
    }

    Optional<String> itemOfCode(String key) {
        return sql.first("select item_id from item_code where code_key = ?", row -> row.text(1), key);
    }

    Set<String> taxCategories() {
        return new HashSet<>(
                sql.query("select tax_category from tax_rate where until_version is null", row -> row.text(1)));
    }

    Optional<Long> taxRatePpm(String taxCategory) {
        return sql.first(
                "select rate_ppm from tax_rate where tax_category = ? and until_version is null",
                row -> row.number(1),
                taxCategory);
    }

    /** Returns the codes in the drafts that find other items, and which. */
    List<TakenCode> codesOfOthers(List<ItemDraft> drafts) {
        Map<String, String> wanted = new HashMap<>();
        drafts.forEach(draft -> draft.codes().forEach(key -> wanted.put(key, draft.itemId())));
        List<TakenCode> taken = inParts(
                "select c.code_key, c.item_id, coalesce((select min(n.name) from item_name n where n.item_id = c.item_id),"
                        + " c.item_id) from item_code c where c.code_key in ",
                wanted.keySet(),
                row -> new TakenCode(row.text(1), row.text(2), row.text(3)));
        return taken.stream()
                .filter(code -> !code.itemId().equals(wanted.get(code.key())))
                .toList();
    }

    /** Stores new and changed items as of publication {@code number}. */
    void store(List<ItemDraft> drafts, Map<String, ItemDraft> before, long number) {
        rememberTaxCategories(drafts, before, number);
        rememberPlaces(drafts, before, number);
        sql.batch(
                "insert into item (item_id, department_id, unit, tax_category, picture_id, tile, active, changed_in)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update"
                        + " department_id = values(department_id), unit = values(unit),"
                        + " tax_category = values(tax_category), picture_id = values(picture_id), tile = values(tile),"
                        + " active = values(active), changed_in = values(changed_in)",
                drafts.stream()
                        .map(draft -> Sql.row(
                                draft.itemId(),
                                draft.departmentId(),
                                draft.unit(),
                                draft.taxCategory(),
                                draft.pictureId(),
                                draft.tile(),
                                draft.active(),
                                number))
                        .toList());
        storeNames(drafts, before);
        storeCodes(drafts, before);
        storePrices(drafts, before, number);
    }

    private void rememberTaxCategories(List<ItemDraft> drafts, Map<String, ItemDraft> before, long number) {
        List<@Nullable Object[]> former = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            ItemDraft old = before.get(draft.itemId());
            if (old != null && !old.taxCategory().equals(draft.taxCategory())) {
                former.add(Sql.row(draft.itemId(), number, old.taxCategory()));
            }
        }
        sql.batch("insert into item_former_tax (item_id, until_version, tax_category) values (?, ?, ?)", former);
    }

    /** Promotions go by departments, and count pieces but not what is weighed. */
    private void rememberPlaces(List<ItemDraft> drafts, Map<String, ItemDraft> before, long number) {
        List<@Nullable Object[]> former = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            ItemDraft old = before.get(draft.itemId());
            if (old != null
                    && !(old.departmentId().equals(draft.departmentId())
                            && old.unit().equals(draft.unit()))) {
                former.add(Sql.row(draft.itemId(), number, old.departmentId(), old.unit()));
            }
        }
        sql.batch(
                "insert into item_former_place (item_id, until_version, department_id, unit) values (?, ?, ?, ?)",
                former);
    }

    private void storeNames(List<ItemDraft> drafts, Map<String, ItemDraft> before) {
        sql.batch("delete from item_name where item_id = ?", keysOf(drafts, before));
        List<@Nullable Object[]> names = new ArrayList<>();
        drafts.forEach(
                draft -> draft.names().forEach((language, name) -> names.add(Sql.row(draft.itemId(), language, name))));
        sql.batch("insert into item_name (item_id, language, name) values (?, ?, ?)", names);
    }

    private void storeCodes(List<ItemDraft> drafts, Map<String, ItemDraft> before) {
        sql.batch("delete from item_code where item_id = ?", keysOf(drafts, before));
        List<@Nullable Object[]> codes = new ArrayList<>();
        drafts.forEach(draft -> draft.codes().forEach(key -> codes.add(Sql.row(key, draft.itemId()))));
        sql.batch("insert into item_code (code_key, item_id) values (?, ?)", codes);
    }

    private void storePrices(List<ItemDraft> drafts, Map<String, ItemDraft> before, long number) {
        List<@Nullable Object[]> ended = new ArrayList<>();
        List<@Nullable Object[]> begun = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            ItemDraft old = before.get(draft.itemId());
            Long oldPrice = old == null ? null : old.unitPriceMicro();
            if (Objects.equals(oldPrice, draft.unitPriceMicro())) {
                continue;
            }
            if (oldPrice != null) {
                ended.add(Sql.row(number, draft.itemId()));
            }
            if (draft.unitPriceMicro() != null) {
                begun.add(Sql.row(draft.itemId(), number, draft.unitPriceMicro()));
            }
        }
        sql.batch("update item_price set until_version = ? where item_id = ? and until_version is null", ended);
        sql.batch("insert into item_price (item_id, from_version, unit_price_micro) values (?, ?, ?)", begun);
    }

    private static List<@Nullable Object[]> keysOf(List<ItemDraft> drafts, Map<String, ItemDraft> before) {
        return drafts.stream()
                .filter(draft -> before.containsKey(draft.itemId()))
                .map(draft -> Sql.row(draft.itemId()))
                .toList();
    }

    /** Returns those of the items that exist, as they are now. */
    Map<String, ItemDraft> findIds(Collection<String> ids) {
        Map<String, Map<String, String>> names = new HashMap<>();
        inParts("select item_id, language, name from item_name where item_id in ", ids, Items::text)
                .forEach(name -> names.computeIfAbsent(name.itemId(), id -> new HashMap<>())
                        .put(name.key(), name.text()));
        Map<String, List<String>> codes = new HashMap<>();
        inParts("select item_id, code_key, code_key from item_code where item_id in ", ids, Items::text)
                .forEach(code -> codes.computeIfAbsent(code.itemId(), id -> new ArrayList<>())
                        .add(code.key()));
        codes.values().forEach(Collections::sort);
        Map<String, ItemDraft> found = new HashMap<>();
        inParts(
                        "select i.item_id, i.department_id, i.unit, i.tax_category, p.unit_price_micro, i.picture_id,"
                                + " i.tile, i.active from item i left join item_price p on p.item_id = i.item_id"
                                + " and p.until_version is null where i.item_id in ",
                        ids,
                        row -> draft(row, names, codes))
                .forEach(draft -> found.put(draft.itemId(), draft));
        return found;
    }

    private static Text text(Row row) throws SQLException {
        return new Text(row.text(1), row.text(2), row.text(3));
    }

    private static ItemDraft draft(Row row, Map<String, Map<String, String>> names, Map<String, List<String>> codes)
            throws SQLException {
        String itemId = row.text(1);
        return new ItemDraft(
                itemId,
                names.getOrDefault(itemId, Map.of()),
                row.text(2),
                row.text(3),
                row.text(4),
                row.numberOrNull(5),
                codes.getOrDefault(itemId, List.of()),
                row.textOrNull(6),
                row.numberOrNull(7),
                row.truth(8));
    }

    private <T> List<T> inParts(String select, Collection<String> keys, Sql.Reader<T> reader) {
        List<String> all = List.copyOf(keys);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IDS_PER_QUERY) {
            List<String> part = all.subList(from, Math.min(all.size(), from + IDS_PER_QUERY));
            String marks = String.join(", ", Collections.nCopies(part.size(), "?"));
            found.addAll(sql.query(select + "(" + marks + ")", reader, part.toArray()));
        }
        return found;
    }
}
