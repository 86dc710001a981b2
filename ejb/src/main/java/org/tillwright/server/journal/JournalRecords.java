package org.tillwright.server.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.JournalRecord;

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

    Optional<Earlier> find(String workstationId, long sequence) {
        return sql.first(
                "select r.content, r.accepted_at, exists (select 1 from disputed_totals d"
                        + " where d.workstation_id = r.workstation_id and d.sequence = r.sequence)"
                        + " from journal_record r where r.workstation_id = ? and r.sequence = ?",
                row -> new Earlier(row.bytes(1), new Acceptance(workstationId, sequence, row.instant(2), row.truth(3))),
                workstationId,
                sequence);
    }

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
