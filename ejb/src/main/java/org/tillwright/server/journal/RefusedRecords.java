package org.tillwright.server.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.json.Fault;

/** The refused records, one row for each workstation, number and content. */
@Dependent
class RefusedRecords {

    /** Bytes of one record that are kept: a sale of several hundred lines. Its length and hash are of all of it. */
    static final int MOST_CONTENT = 256 * 1024;

    /** Rows of one workstation; a register that cannot be understood at all must not fill the disk. */
    static final int MOST_OF_A_WORKSTATION = 200;

    private static final int MOST_DETAIL = 1_000;
    private static final int MOST_FAULTS = 50;
    private static final int MOST_FAULT = 600;

    /**
     * A later acceptance settles a refusal. Not where the number was taken by another record before: that one's acceptance
     * is what the refusal was about.
     */
    private static final String SETTLING = " left join journal_record j on j.workstation_id = r.workstation_id"
            + " and j.sequence = r.sequence and j.accepted_at >= r.last_refused_at and r.code <> 'RECORD_CONFLICT'";

    private static final String LOOK = " left join refused_record_look k on k.refused_record_id = r.refused_record_id";

    private static final String SELECT =
            "select r.refused_record_id, r.workstation_id, w.name, r.sequence, r.content_hash,"
                    + " r.content_length, r.code, r.detail, r.faults, r.first_refused_at, r.last_refused_at, r.refusals,"
                    + " j.accepted_at, j.accepted_at is not null and sha2(j.content, 256) = r.content_hash, k.operator_id,"
                    + " coalesce(o.name, k.operator_id), k.looked_at, k.note from refused_record r"
                    + " join workstation w on w.workstation_id = r.workstation_id" + SETTLING + LOOK
                    + " left join operator o on o.operator_id = k.operator_id";

    private static final String OPEN = "j.accepted_at is null and k.looked_at is null";

    @Inject
    Sql sql;

    /**
     * Locks a workstation's own row, so that its refused records are counted and added one after another.
     *
     * @return false when no register is enrolled there
     */
    boolean lockEnrolled(String workstationId) {
        return sql.first(
                        "select 1 from workstation where workstation_id = ? and enrolled_at is not null for update",
                        row -> row.number(1),
                        workstationId)
                .isPresent();
    }

    /** Notes that a record that is known here was refused again; false when it is not known. */
    boolean again(String workstationId, long sequence, String hash, Refused why, Instant now) {
        return sql.update(
                        "update refused_record set code = ?, detail = ?, faults = ?, last_refused_at = ?,"
                                + " refusals = refusals + 1 where workstation_id = ? and sequence = ? and content_hash = ?",
                        why.code(),
                        cut(why.detail(), MOST_DETAIL),
                        textOf(why.faults()),
                        now,
                        workstationId,
                        sequence,
                        hash)
                > 0;
    }

    void add(String workstationId, long sequence, String hash, byte[] content, Refused why, Instant now) {
        sql.update(
                "insert into refused_record (workstation_id, sequence, content_hash, content, content_length, code,"
                        + " detail, faults, first_refused_at, last_refused_at, refusals)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                workstationId,
                sequence,
                hash,
                content.length <= MOST_CONTENT ? content : Arrays.copyOf(content, MOST_CONTENT),
                content.length,
                why.code(),
                cut(why.detail(), MOST_DETAIL),
                textOf(why.faults()),
                now,
                now);
    }

    long countOf(String workstationId) {
        return sql.first(
                        "select count(*) from refused_record where workstation_id = ?",
                        row -> row.number(1),
                        workstationId)
                .orElse(0L);
    }

    /** Forgets the oldest of a workstation that no longer matters; false when all still do. */
    boolean forgetOne(String workstationId) {
        Optional<Long> oldest = sql.first(
                "select r.refused_record_id from refused_record r" + SETTLING + LOOK
                        + " where r.workstation_id = ? and not (" + OPEN + ") order by r.last_refused_at limit 1",
                row -> row.number(1),
                workstationId);
        oldest.ifPresent(id -> {
            sql.update("delete from refused_record_look where refused_record_id = ?", id);
            sql.update("delete from refused_record where refused_record_id = ?", id);
        });
        return oldest.isPresent();
    }

    List<RefusedRecord> newest(String storeId, int limit) {
        return sql.query(
                SELECT + " where w.store_id = ? order by (" + OPEN + ") desc, r.last_refused_at desc,"
                        + " r.refused_record_id desc limit ?",
                RefusedRecords::read,
                storeId,
                limit);
    }

    Optional<RefusedRecord> find(String storeId, long refusedRecordId) {
        return sql.first(
                SELECT + " where w.store_id = ? and r.refused_record_id = ?",
                RefusedRecords::read,
                storeId,
                refusedRecordId);
    }

    /** The bytes that are kept of it. */
    Optional<byte[]> content(String storeId, long refusedRecordId) {
        return sql.first(
                "select r.content from refused_record r join workstation w on w.workstation_id = r.workstation_id"
                        + " where w.store_id = ? and r.refused_record_id = ?",
                row -> row.bytes(1),
                storeId,
                refusedRecordId);
    }

    long countOpen(String storeId) {
        return sql.first(
                        "select count(*) from refused_record r join workstation w"
                                + " on w.workstation_id = r.workstation_id" + SETTLING + LOOK
                                + " where w.store_id = ? and " + OPEN,
                        row -> row.number(1),
                        storeId)
                .orElse(0L);
    }

    Optional<Instant> lastRefusal(String storeId) {
        return sql.first(
                "select r.last_refused_at from refused_record r join workstation w"
                        + " on w.workstation_id = r.workstation_id where w.store_id = ?"
                        + " order by r.last_refused_at desc limit 1",
                row -> row.instant(1),
                storeId);
    }

    void setLook(long refusedRecordId, String operatorId, String note, Instant now) {
        sql.update(
                "insert into refused_record_look (refused_record_id, operator_id, looked_at, note) values (?, ?, ?, ?)"
                        + " on duplicate key update operator_id = ?, looked_at = ?, note = ?",
                refusedRecordId,
                operatorId,
                now,
                note,
                operatorId,
                now,
                note);
    }

    private static RefusedRecord read(Row row) throws SQLException {
        return new RefusedRecord(
                row.number(1),
                row.text(2),
                row.text(3),
                row.number(4),
                row.text(5),
                row.number(6),
                row.text(7),
                row.text(8),
                faultsOf(row.text(9)),
                row.instant(10),
                row.instant(11),
                row.number(12),
                row.instantOrNull(13),
                row.truth(14),
                lookOf(row));
    }

    private static RefusedRecord.@Nullable Look lookOf(Row row) throws SQLException {
        String operatorId = row.textOrNull(15);
        return operatorId == null
                ? null
                : new RefusedRecord.Look(operatorId, row.text(16), row.instant(17), row.text(18));
    }

    /** One fault a line, its field before a tab: neither has control characters once they are blanks. */
    private static String textOf(List<Fault> faults) {
        return faults.stream()
                .limit(MOST_FAULTS)
                .map(fault ->
                        cut(oneLine(fault.field()), MOST_FAULT) + "\t" + cut(oneLine(fault.message()), MOST_FAULT))
                .collect(Collectors.joining("\n"));
    }

    private static List<Fault> faultsOf(String text) {
        List<Fault> faults = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab >= 0) {
                faults.add(new Fault(line.substring(0, tab), line.substring(tab + 1)));
            }
        }
        return faults;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
