package org.tillwright.server.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.tillwright.server.platform.Sql;

/** The audit ledger. Insert and select only. */
@Dependent
class AuditEntries {

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
}
