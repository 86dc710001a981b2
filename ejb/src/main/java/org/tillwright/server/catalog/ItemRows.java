package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** Reads what a list shows of the few items that are on one page. */
@Dependent
class ItemRows {

    private static final String NAME =
            "coalesce((select n.name from item_name n where n.item_id = i.item_id and n.language = ?),"
                    + " (select min(n.name) from item_name n where n.item_id = i.item_id), i.item_id)";

    private static final String SELECT = "select i.item_id, " + NAME
            + ", i.department_id, d.hue, i.unit, l.unit_price_micro,"
            + " (select min(c.code_key) from item_code c where c.item_id = i.item_id),"
            + " (select count(*) from item_code c where c.item_id = i.item_id), i.picture_id, i.active,"
            + " (select min(p.from_date) from planned_price p where p.item_id = i.item_id),"
            + " (select p.unit_price_micro from planned_price p where p.item_id = i.item_id order by p.from_date limit 1)"
            + " from item i join item_listing l on l.item_id = i.item_id"
            + " join department d on d.department_id = i.department_id where i.item_id in (";

    @Inject
    Sql sql;

    /** Returns the items in the order of the ids. */
    List<ItemRow> read(List<String> ids, String language, Map<String, String> departments) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>();
        values.add(language);
        values.addAll(ids);
        Map<String, ItemRow> rows = new HashMap<>();
        sql.query(
                        SELECT + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                        row -> new ItemRow(
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                departments.getOrDefault(row.text(3), row.text(3)),
                                row.number(4),
                                row.text(5),
                                row.numberOrNull(6),
                                row.textOrNull(7),
                                Math.max(0, row.number(8) - 1),
                                row.textOrNull(9),
                                row.truth(10),
                                row.dateOrNull(11),
                                row.numberOrNull(12)),
                        values.toArray())
                .forEach(row -> rows.put(row.itemId(), row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }
}
