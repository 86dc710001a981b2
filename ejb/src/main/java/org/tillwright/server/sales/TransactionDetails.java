package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** Everything that belongs to one transaction. Reads, but for what a person made of a disputed one. */
@Dependent
class TransactionDetails {

    /** Between the differences in a stored reason. */
    private static final String BETWEEN_DIFFERENCES = "; ";

    private static final String DISPUTE = "d.noted_at, d.computed_total_minor, d.reason, k.operator_id,"
            + " coalesce(ko.name, k.operator_id), k.looked_at, k.note";

    private static final String LOOK = " left join disputed_totals_look k on k.transaction_id = d.transaction_id"
            + " left join operator ko on ko.operator_id = k.operator_id";

    @Inject
    Sql sql;

    @Inject
    TransactionRows rows;

    @Inject
    TransactionExtras extras;

    @Inject
    UndoneSales undone;

    Optional<TransactionDetail> find(String storeId, UUID transactionId) {
        return rows.find(storeId, transactionId).flatMap(row -> detail(storeId, row));
    }

    private Optional<TransactionDetail> detail(String storeId, TransactionRow found) {
        UUID id = found.transactionId();
        return head(id).map(head -> new TransactionDetail(
                found,
                storeId,
                receiptCode(id),
                head.operatorId(),
                head.begunAt(),
                head.priceBookVersion(),
                head.netMinor(),
                head.taxMinor(),
                lines(id),
                taxLines(id),
                extras.singleTaxes(id),
                extras.cashRounding(id),
                tenders(id),
                till(head.tillSessionId()),
                dispute(id).orElse(null),
                stored(found),
                links(id),
                extras.fiscal(id)));
    }

    private TransactionDetail.Links links(UUID id) {
        return new TransactionDetail.Links(
                undone.undid(id).orElse(null), undone.undoneBy(id).orElse(null), extras.returnsOf(id));
    }

    /** What the row of a list does not have. */
    private record Head(
            String operatorId,
            Instant begunAt,
            long priceBookVersion,
            long netMinor,
            long taxMinor,
            UUID tillSessionId) {}

    private Optional<Head> head(UUID transactionId) {
        return sql.first(
                "select operator_id, begun_at, price_book_version, net_minor, tax_minor, till_session_id"
                        + " from retail_transaction where transaction_id = ?",
                row -> new Head(row.text(1), row.instant(2), row.number(3), row.number(4), row.number(5), row.uuid(6)),
                transactionId);
    }

    /** The bytes of the record that brought a transaction. */
    Optional<byte[]> bytes(String storeId, UUID transactionId) {
        return sql.first(
                "select r.content from retail_transaction t join journal_record r"
                        + " on r.workstation_id = t.workstation_id and r.sequence = t.sequence"
                        + " where t.store_id = ? and t.transaction_id = ?",
                row -> row.bytes(1),
                storeId,
                transactionId);
    }

    List<DisputedSale> disputed(String storeId, int limit) {
        int first = TransactionRows.COLUMN_COUNT + 1;
        return sql.query(
                "select " + TransactionRows.COLUMNS + ", " + DISPUTE + ", t.total_minor - d.computed_total_minor"
                        + " from disputed_totals d join retail_transaction t on t.transaction_id = d.transaction_id"
                        + TransactionRows.NAMES + LOOK + " where t.store_id = ? order by (k.looked_at is null) desc,"
                        + " d.noted_at desc, d.workstation_id, d.sequence desc limit ?",
                row -> new DisputedSale(TransactionRows.read(row), disputeOf(row, first), row.numberOrNull(first + 7)),
                storeId,
                limit);
    }

    /** Counts the disputed sales of a store that nobody looked at. */
    long countOpenDisputes(String storeId) {
        return sql.first(
                        "select count(*) from disputed_totals d join retail_transaction t"
                                + " on t.transaction_id = d.transaction_id where t.store_id = ? and not exists"
                                + " (select 1 from disputed_totals_look k where k.transaction_id = d.transaction_id)",
                        row -> row.number(1),
                        storeId)
                .orElse(0L);
    }

    void setLook(UUID transactionId, String operatorId, String note, Instant now) {
        sql.update(
                "insert into disputed_totals_look (transaction_id, operator_id, looked_at, note) values (?, ?, ?, ?)"
                        + " on duplicate key update operator_id = ?, looked_at = ?, note = ?",
                transactionId,
                operatorId,
                now,
                note,
                operatorId,
                now,
                note);
    }

    private List<TransactionDetail.Line> lines(UUID transactionId) {
        Map<Long, List<TransactionDetail.Discount>> discounts = extras.discounts(transactionId);
        Map<Long, List<TransactionDetail.Modifier>> modifiers = extras.modifiers(transactionId);
        return sql.query(
                "select l.number, l.item_id, l.description, i.unit, l.quantity_milli, l.unit_price_micro,"
                        + " l.extended_minor, l.tax_rate_id, l.regular_unit_price_micro, l.override_reason,"
                        + " coalesce(o.name, l.override_approver_id), coalesce(e.list_minor, l.extended_minor),"
                        + " e.service_mode, e.returned_transaction_id from line_item l"
                        + " left join line_detail e on e.transaction_id = l.transaction_id"
                        + " and e.line_number = l.number"
                        + " left join item i on i.item_id = l.item_id"
                        + " left join operator o on o.operator_id = l.override_approver_id"
                        + " where l.transaction_id = ? order by l.number",
                row -> new TransactionDetail.Line(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        row.textOrNull(4),
                        row.number(5),
                        row.number(6),
                        row.number(7),
                        row.text(8),
                        row.numberOrNull(9),
                        row.textOrNull(10),
                        row.textOrNull(11),
                        row.number(12),
                        discounts.getOrDefault(row.number(1), List.of()),
                        modifiers.getOrDefault(row.number(1), List.of()),
                        row.textOrNull(13),
                        row.textOrNull(14) == null ? null : row.uuid(14)),
                transactionId);
    }

    private List<TransactionDetail.TaxLine> taxLines(UUID transactionId) {
        return sql.query(
                "select tax_rate_id, rate_ppm, net_minor, tax_minor, gross_minor from tax_line"
                        + " where transaction_id = ? order by rate_ppm, tax_rate_id",
                row -> new TransactionDetail.TaxLine(
                        row.text(1), row.number(2), row.number(3), row.number(4), row.number(5)),
                transactionId);
    }

    private List<TransactionDetail.Tender> tenders(UUID transactionId) {
        return sql.query(
                "select tender, amount_minor, card_scheme, card_last_four, authorization_code, terminal_id"
                        + " from tender_line where transaction_id = ? order by number",
                row -> new TransactionDetail.Tender(
                        row.text(1),
                        row.number(2),
                        row.textOrNull(3),
                        row.textOrNull(4),
                        row.textOrNull(5),
                        row.textOrNull(6)),
                transactionId);
    }

    private TransactionDetail.Till till(UUID tillSessionId) {
        return sql.first(
                        "select (select opened_at from till_session where till_session_id = ?),"
                                + " (select settled_at from till_settlement where till_session_id = ?)",
                        row -> new TransactionDetail.Till(tillSessionId, row.instantOrNull(1), row.instantOrNull(2)),
                        tillSessionId,
                        tillSessionId)
                .orElseThrow();
    }

    private Optional<TransactionDetail.Dispute> dispute(UUID transactionId) {
        return sql.first(
                "select " + DISPUTE + " from disputed_totals d" + LOOK + " where d.transaction_id = ?",
                row -> disputeOf(row, 1),
                transactionId);
    }

    private TransactionDetail.StoredRecord stored(TransactionRow found) {
        return sql.first(
                        "select kind, octet_length(content), sha2(content, 256) from journal_record"
                                + " where workstation_id = ? and sequence = ?",
                        row -> new TransactionDetail.StoredRecord(
                                found.workstationId(), found.sequence(), row.text(1), row.number(2), row.text(3)),
                        found.workstationId(),
                        found.sequence())
                .orElseThrow();
    }

    private static TransactionDetail.Dispute disputeOf(Row row, int first) throws SQLException {
        return new TransactionDetail.Dispute(
                row.instant(first),
                row.numberOrNull(first + 1),
                List.of(row.text(first + 2).split(BETWEEN_DIFFERENCES, -1)),
                lookOf(row, first + 3));
    }

    private static TransactionDetail.@Nullable Look lookOf(Row row, int first) throws SQLException {
        String operatorId = row.textOrNull(first);
        return operatorId == null
                ? null
                : new TransactionDetail.Look(
                        operatorId, row.text(first + 1), row.instant(first + 2), row.text(first + 3));
    }

    /** The first 64 bits of the id in groups of four, as receipts have it. */
    private static String receiptCode(UUID transactionId) {
        String digits =
                transactionId.toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
        return String.join(
                "-", digits.substring(0, 4), digits.substring(4, 8), digits.substring(8, 12), digits.substring(12));
    }
}
