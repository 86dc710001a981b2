package org.tillwright.server.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.platform.Sql;

/** What must be known before a report can be asked for: which stores, tills and people there are. */
@Dependent
class ReportScope {

    private static final int MOST_STORES = 100; // named in one refusal

    private static final int MOST_TILLS = 500;

    @Inject
    Sql sql;

    List<String> storeIds() {
        return sql.query("select store_id from store order by store_id limit ?", row -> row.text(1), MOST_STORES);
    }

    /** Returns the workstations of a store by id, with their names. */
    Map<String, String> tills(String storeId) {
        Map<String, String> tills = new LinkedHashMap<>();
        sql.query(
                        "select workstation_id, name from workstation where store_id = ? order by name, workstation_id"
                                + " limit ?",
                        row -> Map.entry(row.text(1), row.text(2)),
                        storeId,
                        MOST_TILLS)
                .forEach(till -> tills.put(till.getKey(), till.getValue()));
        return tills;
    }

    Optional<String> storeOfSession(UUID tillSessionId) {
        return sql.first(
                "select store_id from till_session where till_session_id = ?"
                        + " union select store_id from retail_transaction where till_session_id = ? limit 1",
                row -> row.text(1),
                tillSessionId,
                tillSessionId);
    }

    Optional<String> languageOf(String operatorId) {
        return sql
                .query(
                        "select language from operator where operator_id = ?",
                        row -> Optional.ofNullable(row.textOrNull(1)),
                        operatorId)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns an operator's name; the id itself for one who is not in the books any more. */
    String nameOf(String operatorId) {
        return sql.first("select name from operator where operator_id = ?", row -> row.text(1), operatorId)
                .orElse(operatorId);
    }
}
