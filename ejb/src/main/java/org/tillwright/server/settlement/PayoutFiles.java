package org.tillwright.server.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** Uploaded files, and whose turn it is to match a store's money. */
@Dependent
class PayoutFiles {

    /** What is known of a file when it comes. */
    record NewFile(
            UUID fileId, String storeId, String fileName, String contentHash, PayoutRead.Format format, String by) {}

    private static final String ROW = "select f.file_id, f.file_name, coalesce(o.name, f.uploaded_by), f.uploaded_at,"
            + " f.line_count, f.known_count, f.other_count, coalesce(sum(l.state = 'MATCHED'), 0),"
            + " coalesce(sum(l.state = 'OPEN'), 0), coalesce(min(l.currency), t.currency),"
            + " coalesce(sum(l.gross_minor), 0), coalesce(sum(l.fee_minor), 0), max(l.paid_on)"
            + " from (select * from payout_file where store_id = ? and (? is null or file_id = ?)"
            + " order by uploaded_at desc, file_id limit ?) f"
            + " join store t on t.store_id = f.store_id"
            + " left join operator o on o.operator_id = f.uploaded_by"
            + " left join payout_line l on l.file_id = f.file_id"
            + " group by f.file_id, f.file_name, o.name, f.uploaded_by, f.uploaded_at, f.line_count, f.known_count,"
            + " f.other_count, t.currency order by f.uploaded_at desc, f.file_id";

    @Inject
    Sql sql;

    /** Waits for whoever matches this store's money just now, and keeps others waiting until this transaction ends. */
    void takeTurn(String storeId) {
        sql.update("insert ignore into settlement_turn (store_id) values (?)", storeId);
        var unused = sql.first(
                "select store_id from settlement_turn where store_id = ? for update", row -> row.text(1), storeId);
    }

    Optional<UUID> find(String storeId, String contentHash) {
        return sql.first(
                "select file_id from payout_file where store_id = ? and content_hash = ?",
                row -> row.uuid(1),
                storeId,
                contentHash);
    }

    void add(NewFile file, int lines, int known, int others, Instant now) {
        sql.update(
                "insert into payout_file (file_id, store_id, file_name, content_hash, format, uploaded_by, uploaded_at,"
                        + " line_count, known_count, other_count) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                file.fileId(),
                file.storeId(),
                file.fileName(),
                file.contentHash(),
                file.format(),
                file.by(),
                now,
                lines,
                known,
                others);
    }

    List<PayoutFileRow> newest(String storeId, int most) {
        return sql.query(ROW, PayoutFiles::rowOf, storeId, null, null, most);
    }

    PayoutFileRow of(String storeId, UUID fileId) {
        return sql.first(ROW, PayoutFiles::rowOf, storeId, fileId, fileId, 1).orElseThrow();
    }

    Optional<String> columns(String storeId) {
        return sql.first("select columns from payout_columns where store_id = ?", row -> row.text(1), storeId);
    }

    void keepColumns(String storeId, String columns) {
        sql.update(
                "insert into payout_columns (store_id, columns) values (?, ?) on duplicate key update columns = ?",
                storeId,
                columns,
                columns);
    }

    private static PayoutFileRow rowOf(Row row) throws SQLException {
        long gross = row.number(11);
        long fee = row.number(12);
        return new PayoutFileRow(
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.instant(4),
                row.number(5),
                row.number(6),
                row.number(7),
                row.number(8),
                row.number(9),
                row.text(10),
                gross,
                fee,
                Math.subtractExact(gross, fee),
                row.dateOrNull(13));
    }
}
