package org.tillwright.register.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;

/** Writes records into the journal's table, each with its place in the outbox. Whoever calls has locked the journal. */
final class RecordTable {

    private final JournalSql sql;

    RecordTable(JournalSql sql) {
        this.sql = sql;
    }

    /** Writes one record in the caller's transaction; a finished sale's draft goes with it. */
    void insert(JournalRecord record, byte[] body, Record message, Instant now) throws SQLException {
        UUID transactionId = transactionOf(message);
        sql.execute(
                "insert into record (sequence, kind, transaction_id, body, made_at) values (?, ?, ?, ?, ?)",
                record.sequence(),
                record.kind(),
                transactionId == null ? null : transactionId.toString(),
                body,
                now.toString());
        sql.execute("insert into outbox (sequence) values (?)", record.sequence());
        sql.setMeta("next-sequence", Long.toString(record.sequence() + 1));
        if (transactionId != null) {
            sql.execute("delete from draft");
        }
    }

    private static @Nullable UUID transactionOf(Record message) {
        if (message instanceof SaleMessage sale) {
            return sale.transactionId();
        }
        return message instanceof SaleVoidedMessage voided ? voided.transactionId() : null;
    }
}
