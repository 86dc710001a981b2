package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** The table of who changed which item. */
@Dependent
class ItemChanges {

    @Inject
    Sql sql;

    /** A change to note; {@code changed} names the item's parts. */
    record Entry(String itemId, long number, @Nullable String operatorId, String changed) {}

    void add(List<Entry> entries) {
        sql.batch(
                "insert into item_change (item_id, number, operator_id, changed) values (?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> Sql.row(entry.itemId(), entry.number(), entry.operatorId(), entry.changed()))
                        .toList());
    }

    /** Returns the newest changes of an item, the newest first. */
    List<ItemChange> newest(String itemId, int limit) {
        return sql.query(
                "select c.number, p.published_at, o.name, c.changed from item_change c"
                        + " join publication p on p.number = c.number"
                        + " left join operator o on o.operator_id = c.operator_id"
                        + " where c.item_id = ? order by c.number desc limit ?",
                row -> new ItemChange(
                        row.number(1),
                        row.instant(2),
                        row.textOrNull(3),
                        List.of(row.text(4).split(",", -1))),
                itemId,
                limit);
    }

    /** Returns the publication that last changed an item; 0 when there is no such item. */
    long changedIn(String itemId) {
        return sql.first("select changed_in from item where item_id = ?", row -> row.number(1), itemId)
                .orElse(0L);
    }

    /** Returns the prices that an item has had, the newest first. */
    List<PriceSpan> prices(String itemId, int limit) {
        return sql.query(
                "select r.unit_price_micro, f.published_at, u.published_at from item_price r"
                        + " left join publication f on f.number = r.from_version"
                        + " left join publication u on u.number = r.until_version"
                        + " where r.item_id = ? order by r.from_version desc limit ?",
                row -> new PriceSpan(row.number(1), row.instantOrNull(2), row.instantOrNull(3)),
                itemId,
                limit);
    }
}
