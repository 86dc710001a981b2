package org.tillwright.register.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.seal.RecordSeal;

/** Reads records from the journal's table. */
final class JournalRows {

    private JournalRows() {}

    static List<StoredRecord> read(JournalSql sql, String where, Object... arguments) throws SQLException {
        String query = "select sequence, kind, body, made_at, key_id, previous, signature"
                + " from record left join seal using (sequence) " + where;
        try (PreparedStatement statement = sql.prepare(query, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<StoredRecord> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new StoredRecord(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getBytes(3),
                        Instant.parse(rows.getString(4)),
                        sealLine(rows)));
            }
            return List.copyOf(found);
        }
    }

    private static @Nullable String sealLine(ResultSet rows) throws SQLException {
        String keyId = rows.getString(5);
        return keyId == null ? null : new RecordSeal(keyId, rows.getString(6), rows.getString(7)).text();
    }

    /** Who this register is; null before it was enrolled. */
    static @Nullable RegisterIdentity identity(JournalSql sql) throws SQLException {
        Optional<String> workstationId = sql.meta("workstation-id");
        return workstationId.isEmpty()
                ? null
                : new RegisterIdentity(
                        workstationId.get(),
                        sql.meta("workstation-name").orElse(""),
                        sql.meta("store-id").orElse(""),
                        sql.meta("store-name").orElse(""));
    }

    /** Every quarantined record with the server's reason, oldest first. */
    static List<Quarantined> quarantined(JournalSql sql) throws SQLException {
        String query = "select r.sequence, r.kind, q.problem, q.quarantined_at from quarantine q"
                + " join record r on r.sequence = q.sequence order by r.sequence";
        try (PreparedStatement statement = sql.prepare(query);
                ResultSet rows = statement.executeQuery()) {
            List<Quarantined> found = new ArrayList<>();
            while (rows.next()) {
                Problem problem = WireJson.read(rows.getBytes(3), Problem.class);
                found.add(
                        new Quarantined(rows.getLong(1), rows.getString(2), problem, Instant.parse(rows.getString(4))));
            }
            return List.copyOf(found);
        }
    }
}
