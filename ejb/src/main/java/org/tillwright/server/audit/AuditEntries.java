package org.tillwright.server.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** The audit ledger. Insert and select only. */
@Dependent
class AuditEntries {

    /** The names are those of today; the trail itself keeps ids only. */
    private static final String LINES =
            "select a.audit_entry_id, a.happened_at, a.noted_at, a.action, a.store_id, s.name, a.workstation_id, w.name,"
                    + " a.operator_id, o.name, a.subject, a.detail from audit_entry a"
                    + " left join store s on s.store_id = a.store_id"
                    + " left join workstation w on w.workstation_id = a.workstation_id"
                    + " left join operator o on o.operator_id = a.operator_id where true";

    @Inject
    Sql sql;

    void add(List<AuditNote> notes, Instant now) {
        sql.batch(
                "insert into audit_entry (noted_at, happened_at, action, store_id, workstation_id, operator_id, subject,"
                        + " detail) values (?, ?, ?, ?, ?, ?, ?, ?)",
                notes.stream()
                        .map(note -> Sql.row(
                                now,
                                note.happenedAt(),
                                note.action(),
                                note.storeId(),
                                note.workstationId(),
                                note.operatorId(),
                                note.subject(),
                                note.detail()))
                        .toList());
    }

    List<AuditNote> newest(int limit) {
        return sql.query(
                "select action, happened_at, store_id, workstation_id, operator_id, subject, detail from audit_entry"
                        + " order by audit_entry_id desc limit ?",
                row -> new AuditNote(
                        row.text(1),
                        row.instant(2),
                        row.textOrNull(3),
                        row.textOrNull(4),
                        row.textOrNull(5),
                        row.textOrNull(6),
                        row.textOrNull(7)),
                limit);
    }

    List<AuditLine> find(AuditFilter filter, @Nullable AuditPlace after, int limit) {
        StringBuilder query = new StringBuilder(LINES);
        List<@Nullable Object> values = new ArrayList<>();
        restrict(query, values, "a.happened_at >= ?", filter.from());
        restrict(query, values, "a.happened_at < ?", filter.until());
        restrict(query, values, "a.action = ?", filter.action());
        restrict(query, values, "a.action <> ?", filter.exceptAction());
        restrict(query, values, "a.operator_id = ?", filter.operatorId());
        restrict(query, values, "a.workstation_id = ?", filter.workstationId());
        String subject = filter.subject();
        restrict(query, values, "a.subject like ? escape '!'", subject == null ? null : beginsWith(subject));
        if (after != null) {
            query.append(" and a.happened_at <= ? and (a.happened_at < ? or a.audit_entry_id < ?)");
            values.addAll(List.of(after.happenedAt(), after.happenedAt(), after.number()));
        }
        query.append(" order by a.happened_at desc, a.audit_entry_id desc limit ?");
        values.add(limit);
        return sql.query(query.toString(), AuditEntries::lineOf, values.toArray());
    }

    List<String> actions() {
        return sql.query("select distinct action from audit_entry order by action limit 500", row -> row.text(1));
    }

    private static void restrict(
            StringBuilder query, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static String beginsWith(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static AuditLine lineOf(Row row) throws SQLException {
        return new AuditLine(
                row.number(1),
                row.instant(2),
                row.instant(3),
                row.text(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.textOrNull(11),
                row.textOrNull(12));
    }
}
