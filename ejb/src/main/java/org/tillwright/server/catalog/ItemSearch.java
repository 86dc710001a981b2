package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.SearchWords;
import org.tillwright.server.platform.Sql;

/**
 * Finds the ids of the items that a list shows. Few items are found by their words or states and then sorted; many are
 * met by walking along the order that is asked for until the page is full.
 */
@Dependent
class ItemSearch {

    /** Items that a search counts; whoever sees more narrows it. */
    static final int MAX_COUNTED = 10_000;

    /** Items that are sorted for one page; with more it is quicker to walk along an index. */
    private static final int FEW = 2_000;

    private static final String FOUND_BY_WORD =
            " and l.item_id in (select w.item_id from item_word w where w.word like ?)";

    /** Looked up item by item: two lists of many items each would take the database longer to meet. */
    private static final String HAS_WORD_TOO =
            " and (select 1 from item_word w where w.item_id = l.item_id and w.word like ? limit 1) is not null";

    @Inject
    Sql sql;

    /** A piece of SQL and its values. */
    private record Part(String text, List<@Nullable Object> values) {}

    /** Counts what a filter lets through; with a text at most one more than {@link #MAX_COUNTED}. */
    long count(ItemFilter filter) {
        List<String> words = words(filter);
        Part conditions = conditions(filter, words);
        if (words.isEmpty()) {
            return number("select count(*) from item_listing l where " + conditions.text(), conditions.values());
        }
        return number(
                "select count(*) from (select l.item_id from item_listing l where " + conditions.text() + " limit "
                        + (MAX_COUNTED + 1) + ") found",
                conditions.values());
    }

    /** Returns a page of ids in the filter's order. */
    List<String> ids(ItemFilter filter, long count, int offset, int limit) {
        List<String> words = words(filter);
        return switch (filter.order()) {
            case NAME -> byName(filter, words, count, offset, limit, "");
            case NAME_BACKWARDS -> byName(filter, words, count, offset, limit, " desc");
            case CHEAPEST_FIRST ->
                byListing(filter, words, "item_listing_by_price", "l.unit_price_micro", offset, limit);
            case DEAREST_FIRST ->
                byListing(filter, words, "item_listing_by_price", "l.unit_price_micro desc", offset, limit);
            case LATEST_CHANGE_FIRST ->
                byListing(filter, words, "item_listing_by_change", "l.changed_in desc", offset, limit);
            case EARLIEST_CHANGE_FIRST ->
                byListing(filter, words, "item_listing_by_change", "l.changed_in", offset, limit);
        };
    }

    /** Items without a name in the language come last, in the order of their ids. */
    private List<String> byName(
            ItemFilter filter, List<String> words, long count, int offset, int limit, String direction) {
        Part conditions = conditions(filter, words);
        if (count <= FEW) {
            return page(
                    "select l.item_id from item_listing l left join item_name n on n.item_id = l.item_id"
                            + " and n.language = ? where " + conditions.text() + " order by n.sort_name is null,"
                            + " n.sort_name" + direction + ", l.item_id" + direction,
                    filter.language(),
                    conditions.values(),
                    offset,
                    limit);
        }
        List<String> named = page(
                "select straight_join n.item_id from item_name n force index (item_name_by_sort_name)"
                        + " join item_listing l on l.item_id = n.item_id where n.language = ? and " + conditions.text()
                        + " order by n.sort_name" + direction + ", n.item_id" + direction,
                filter.language(),
                conditions.values(),
                offset,
                limit);
        return named.size() == limit ? named : withUnnamed(filter, conditions, named, offset, limit);
    }

    private List<String> withUnnamed(ItemFilter filter, Part conditions, List<String> named, int offset, int limit) {
        long before = named.isEmpty() ? countNamed(filter, conditions) : offset + named.size();
        List<String> all = new ArrayList<>(named);
        all.addAll(page(
                "select l.item_id from item_listing l left join item_name n on n.item_id = l.item_id"
                        + " and n.language = ? where n.item_id is null and " + conditions.text()
                        + " order by l.item_id",
                filter.language(),
                conditions.values(),
                (int) Math.max(0, offset - before),
                limit - named.size()));
        return all;
    }

    private long countNamed(ItemFilter filter, Part conditions) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(filter.language());
        values.addAll(conditions.values());
        return number(
                "select count(*) from item_listing l join item_name n on n.item_id = l.item_id and n.language = ?"
                        + " where " + conditions.text(),
                values);
    }

    private List<String> byListing(
            ItemFilter filter, List<String> words, String index, String order, int offset, int limit) {
        Part conditions = conditions(filter, words);
        List<@Nullable Object> values = new ArrayList<>(conditions.values());
        values.add(limit);
        values.add(offset);
        return sql.query(
                "select l.item_id from item_listing l use index for order by (" + index + ") where "
                        + conditions.text() + " order by " + order
                        + (order.endsWith(" desc") ? ", l.item_id desc" : ", l.item_id") + " limit ? offset ?",
                row -> row.text(1),
                values.toArray());
    }

    private List<String> page(
            String select, String language, List<@Nullable Object> conditions, int offset, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(language);
        values.addAll(conditions);
        values.add(limit);
        values.add(offset);
        return sql.query(select + " limit ? offset ?", row -> row.text(1), values.toArray());
    }

    private long number(String select, List<@Nullable Object> values) {
        return sql.first(select, row -> row.number(1), values.toArray()).orElse(0L);
    }

    private List<String> words(ItemFilter filter) {
        return SearchWords.rarestFirst(
                filter.text(),
                word -> number(
                        "select count(*) from (select 1 from item_word where word like ? limit " + MAX_COUNTED
                                + ") found",
                        List.of(word + "%")));
    }

    private static Part conditions(ItemFilter filter, List<String> words) {
        StringBuilder text = new StringBuilder(
                switch (filter.state()) {
                    case ON_SALE -> "l.active";
                    case NEEDS_PRICE -> "l.active and not l.priced";
                    case NO_PICTURE -> "l.active and not l.pictured";
                    case PRICE_PLANNED -> "l.item_id in (select p.item_id from planned_price p)";
                    case NOT_SOLD -> "not l.active";
                    case ALL -> "true";
                });
        List<@Nullable Object> values = new ArrayList<>();
        if (filter.departmentId() != null) {
            text.append(" and l.department_id = ?");
            values.add(filter.departmentId());
        }
        for (int i = 0; i < words.size(); i++) {
            text.append(i == 0 ? FOUND_BY_WORD : HAS_WORD_TOO);
            values.add(words.get(i) + "%"); // words are letters and digits only
        }
        return new Part(text.toString(), values);
    }

    /** Returns how many items there are in each state, in one walk along an index. */
    ItemCounts counts() {
        long[] sums = new long[4];
        sql.query(
                        "select active, priced, pictured, count(*) from item_listing group by active, priced, pictured",
                        row -> new long[] {row.number(1), row.number(2), row.number(3), row.number(4)})
                .forEach(group -> {
                    boolean active = group[0] != 0;
                    sums[active ? 0 : 3] += group[3];
                    sums[1] += active && group[1] == 0 ? group[3] : 0;
                    sums[2] += active && group[2] == 0 ? group[3] : 0;
                });
        long planned = number("select count(distinct item_id) from planned_price", List.of());
        return new ItemCounts(sums[0], sums[1], sums[2], planned, sums[3]);
    }
}
