package org.tillwright.server.approval;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.JournalRecord;

/** The approvals that registers told of; rows are only ever added. */
@Dependent
class Approvals {

    /** More than any sale needs. */
    private static final int MAX_OF_SUBJECT = 5_000;

    @Inject
    Sql sql;

    /**
     * What counts of an approval when something is held against it.
     *
     * @param doubts null when everything about it holds
     */
    record Told(
            UUID approvalId,
            String action,
            @Nullable String detail,
            @Nullable Long amountMinor,
            String operatorId,
            String approverId,
            @Nullable String doubts) {}

    boolean exists(UUID approvalId) {
        return sql.first("select 1 from approval where approval_id = ?", row -> row.number(1), approvalId)
                .isPresent();
    }

    /** True if a workstation's register has told of approvals before: an older register knows none. */
    boolean anyOf(String workstationId) {
        return sql.first("select 1 from approval where workstation_id = ? limit 1", row -> row.number(1), workstationId)
                .isPresent();
    }

    /** Returns the approvals for a sale or till that a workstation told of before a record, the first first. */
    List<Told> of(String workstationId, String subject, long beforeSequence) {
        return sql.query(
                "select approval_id, action, detail, amount_minor, operator_id, approver_id, doubts from approval"
                        + " where workstation_id = ? and subject = ? and sequence < ? order by sequence limit ?",
                row -> new Told(
                        row.uuid(1),
                        row.text(2),
                        row.textOrNull(3),
                        row.numberOrNull(4),
                        row.text(5),
                        row.text(6),
                        row.textOrNull(7)),
                workstationId,
                subject,
                beforeSequence,
                MAX_OF_SUBJECT);
    }

    void add(JournalRecord record, ApprovalMessage told, @Nullable String doubts) {
        sql.update(
                "insert into approval (approval_id, workstation_id, sequence, store_id, action, permission, subject,"
                        + " detail, amount_minor, currency, operator_id, approver_id, means, approved_at, doubts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                told.approvalId(),
                record.workstationId(),
                record.sequence(),
                told.storeId(),
                told.action(),
                told.permission(),
                told.subject(),
                told.detail(),
                told.amountMinor(),
                told.currency(),
                told.operatorId(),
                told.approverId(),
                told.means(),
                told.approvedAt(),
                doubts);
    }
}
