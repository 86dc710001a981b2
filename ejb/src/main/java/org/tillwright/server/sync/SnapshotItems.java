package org.tillwright.server.sync;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.SnapshotMessage;

/** Reads the catalogue for snapshots: three plain queries, however many items there are. */
@Dependent
class SnapshotItems {

    private record Text(String id, String key, String text) {}

    @Inject
    Sql sql;

    List<SnapshotMessage.Department> departments(String language) {
        Map<String, Map<String, String>> names = new HashMap<>();
        sql.query(
                        "select department_id, language, name from department_name order by language",
                        row -> new Text(row.text(1), row.text(2), row.text(3)))
                .forEach(name -> put(names, name));
        return sql.query(
                "select department_id, position, hue from department order by position, department_id",
                row -> new SnapshotMessage.Department(
                        row.text(1), namesOf(row.text(1), names, language), row.number(2), row.number(3)));
    }

    /**
     * Returns the items that changed after a publication. From 0 these are all items in use; otherwise those that are no
     * longer sold are told too, for the register to forget.
     */
    List<SnapshotMessage.Item> changedAfter(long after, String language) {
        String chosen = after == 0 ? " where i.changed_in > ? and i.active" : " where i.changed_in > ?";
        Map<String, Map<String, String>> names = new HashMap<>();
        sql.query(
                        "select n.item_id, n.language, n.name from item_name n join item i on i.item_id = n.item_id"
                                + chosen + " order by n.language",
                        row -> new Text(row.text(1), row.text(2), row.text(3)),
                        after == 0 ? -1 : after)
                .forEach(name -> put(names, name));
        Map<String, List<String>> codes = new HashMap<>();
        sql.query(
                        "select c.item_id, c.code_key from item_code c join item i on i.item_id = c.item_id" + chosen
                                + " order by c.code_key",
                        row -> Map.entry(row.text(1), row.text(2)),
                        after == 0 ? -1 : after)
                .forEach(code -> codes.computeIfAbsent(code.getKey(), id -> new ArrayList<>(2))
                        .add(code.getValue()));
        return sql.query(
                "select i.item_id, i.department_id, i.unit, i.tax_category, p.unit_price_micro, i.picture_id, i.tile,"
                        + " i.active from item i left join item_price p on p.item_id = i.item_id"
                        + " and p.until_version is null" + chosen + " order by i.item_id",
                row -> new SnapshotMessage.Item(
                        row.text(1),
                        namesOf(row.text(1), names, language),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.numberOrNull(5),
                        codes.getOrDefault(row.text(1), List.of()),
                        row.textOrNull(6),
                        row.numberOrNull(7),
                        row.truth(8)),
                after == 0 ? -1 : after);
    }

    /** Returns the names of one thing; the store's own language is always there, if need be with another's name. */
    private static Map<String, String> namesOf(String id, Map<String, Map<String, String>> names, String language) {
        Map<String, String> own = names.getOrDefault(id, new LinkedHashMap<>());
        own.putIfAbsent(language, own.values().stream().findFirst().orElse(id));
        return own;
    }

    private static void put(Map<String, Map<String, String>> names, Text name) {
        names.computeIfAbsent(name.id(), id -> new LinkedHashMap<>(4)).put(name.key(), name.text());
    }
}
