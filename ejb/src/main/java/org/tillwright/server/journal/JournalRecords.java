package org.tillwright.server.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.JournalState;

/** The records as received. Insert and select only. */
@Dependent
class JournalRecords {

    @Inject
    Sql sql;

    /** A record that was accepted before, and the answer it got. */
    static final class Earlier {

        private final byte[] bytes;
        private final Acceptance acceptance;

        Earlier(byte[] bytes, Acceptance acceptance) {
            this.bytes = bytes.clone();
            this.acceptance = acceptance;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        Acceptance acceptance() {
            return acceptance;
        }
    }

    /** The answer's epoch is the one of today: the first answer may be of a server that was lost. */
    Optional<Earlier> find(String workstationId, long sequence, UUID epoch) {
        return sql.first(
                "select r.content, r.accepted_at, exists (select 1 from disputed_totals d"
                        + " where d.workstation_id = r.workstation_id and d.sequence = r.sequence)"
                        + " from journal_record r where r.workstation_id = ? and r.sequence = ?",
                row -> new Earlier(
                        row.bytes(1), new Acceptance(workstationId, sequence, row.instant(2), row.truth(3), epoch)),
                workstationId,
                sequence);
    }

    /** The highest number that was accepted from a workstation, and how many were. */
    Extent extent(String workstationId) {
        return sql.first(
                        "select coalesce(max(sequence), 0), count(*) from journal_record where workstation_id = ?",
                        row -> new Extent(row.number(1), row.number(2)),
                        workstationId)
                .orElseThrow();
    }

    /** Numbers that no record was accepted under, below the highest, ascending. */
    List<JournalState.Gap> gaps(String workstationId, int most) {
        return sql.query(
                "select previous + 1, sequence - 1 from (select sequence, coalesce(lag(sequence) over (order by"
                        + " sequence), 0) previous from journal_record where workstation_id = ?) pairs"
                        + " where sequence > previous + 1 order by sequence limit ?",
                row -> new JournalState.Gap(row.number(1), row.number(2)),
                workstationId,
                most);
    }

    record Extent(long highest, long count) {}

    void add(ReceivedRecord received, Instant now) {
        JournalRecord record = received.record();
        sql.update(
                "insert into journal_record (workstation_id, sequence, kind, price_book_version, content, accepted_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                record.workstationId(),
                record.sequence(),
                record.kind(),
                record.priceBookVersion(),
                received.bytes(),
                now);
    }
}
