package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.json.Fault;

/** The tables of departments. */
@Dependent
class Departments {

    private static final int MAX_NAME_LENGTH = 120;
    private static final int MAX_LANGUAGE_LENGTH = 5;
    private static final int HUES = 8;

    @Inject
    Sql sql;

    static List<Fault> faultsOf(DepartmentDraft draft) {
        List<Fault> faults = new ArrayList<>();
        String id = draft.departmentId();
        if (id.isBlank() || id.length() > DraftCheck.MAX_ID_LENGTH) {
            faults.add(new Fault("departmentId", "is empty or longer than " + DraftCheck.MAX_ID_LENGTH));
        }
        if (draft.names().isEmpty()) {
            faults.add(new Fault("names", "has no name"));
        }
        draft.names().forEach((language, name) -> {
            if (language.length() > MAX_LANGUAGE_LENGTH || name.isBlank() || name.length() > MAX_NAME_LENGTH) {
                faults.add(new Fault("names." + language, "is empty or longer than " + MAX_NAME_LENGTH));
            }
        });
        if (draft.position() < 0 || draft.position() > Integer.MAX_VALUE) {
            faults.add(new Fault("position", "is negative or too large"));
        }
        if (draft.hue() < 0 || draft.hue() >= HUES) {
            faults.add(new Fault("hue", "is not between 0 and " + (HUES - 1)));
        }
        return faults;
    }

    Set<String> ids() {
        return new HashSet<>(sql.query("select department_id from department", row -> row.text(1)));
    }

    /** Returns each department's name in a language, or in another when it has none there. */
    Map<String, String> names(String language) {
        Map<String, String> names = new HashMap<>();
        namesByDepartment().forEach((id, all) -> names.put(id, nameIn(language, id, all)));
        return names;
    }

    List<DepartmentSummary> all(String language) {
        Map<String, Map<String, String>> names = namesByDepartment();
        return sql.query(
                "select d.department_id, d.position, d.hue, (select count(*) from item_listing l"
                        + " where l.department_id = d.department_id and l.active) from department d"
                        + " order by d.position, d.department_id",
                row -> new DepartmentSummary(
                        row.text(1),
                        nameIn(language, row.text(1), names.getOrDefault(row.text(1), Map.of())),
                        names.getOrDefault(row.text(1), Map.of()),
                        row.number(2),
                        row.number(3),
                        row.number(4)));
    }

    /** Gives the named ones the first places in their order, and the others the next in the order that they have. */
    void arrange(List<String> wanted) {
        Set<String> order = new LinkedHashSet<>(wanted);
        List<String> all =
                sql.query("select department_id from department order by position, department_id", row -> row.text(1));
        order.retainAll(new HashSet<>(all));
        order.addAll(all);
        List<@Nullable Object[]> places = new ArrayList<>();
        order.forEach(id -> places.add(Sql.row(places.size() + 1, id)));
        sql.batch("update department set position = ? where department_id = ?", places);
    }

    private Map<String, Map<String, String>> namesByDepartment() {
        Map<String, Map<String, String>> names = new HashMap<>();
        sql.query(
                        "select department_id, language, name from department_name",
                        row -> List.of(row.text(1), row.text(2), row.text(3)))
                .forEach(name -> names.computeIfAbsent(name.get(0), id -> new TreeMap<>())
                        .put(name.get(1), name.get(2)));
        return names;
    }

    private static String nameIn(String language, String id, Map<String, String> names) {
        return names.getOrDefault(language, names.values().stream().findFirst().orElse(id));
    }

    void put(DepartmentDraft draft) {
        sql.update(
                "insert into department (department_id, position, hue) values (?, ?, ?)"
                        + " on duplicate key update position = values(position), hue = values(hue)",
                draft.departmentId(),
                draft.position(),
                draft.hue());
        sql.update("delete from department_name where department_id = ?", draft.departmentId());
        sql.batch(
                "insert into department_name (department_id, language, name) values (?, ?, ?)",
                draft.names().entrySet().stream()
                        .map(name -> Sql.row(draft.departmentId(), name.getKey(), name.getValue()))
                        .toList());
    }
}
