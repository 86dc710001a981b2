package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
