package org.tillwright.server.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.seal.RecordSeal;

/** The seals of the records that have one. Insert and select only. */
@Dependent
class JournalSeals {

    private static final String SELECT = "select sequence, key_id, previous, head from journal_seal";

    @Inject
    Sql sql;

    /** A seal and the head after its record. */
    record Link(long sequence, String keyId, String previous, String head) {}

    /** The seals of a record's two neighbours, ascending; fewer where they have none, or are not here. */
    List<Link> neighbours(String workstationId, long sequence) {
        return sql.query(
                SELECT + " where workstation_id = ? and sequence in (?, ?) order by sequence",
                JournalSeals::read,
                workstationId,
                sequence - 1,
                sequence + 1);
    }

    /** The newest sealed record of a workstation at or below a number. */
    Optional<Link> newest(String workstationId, long atMost) {
        return sql.first(
                SELECT + " where workstation_id = ? and sequence <= ? order by sequence desc limit 1",
                JournalSeals::read,
                workstationId,
                atMost);
    }

    void add(String workstationId, long sequence, RecordSeal seal, String head) {
        sql.update(
                "insert into journal_seal (workstation_id, sequence, key_id, previous, head, signature)"
                        + " values (?, ?, ?, ?, ?, ?)",
                workstationId,
                sequence,
                seal.keyId(),
                seal.previous(),
                head,
                seal.signature());
    }

    private static Link read(Row row) throws SQLException {
        return new Link(row.number(1), row.text(2), row.text(3), row.text(4));
    }
}
