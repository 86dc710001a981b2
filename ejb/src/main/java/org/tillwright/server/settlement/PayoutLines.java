package org.tillwright.server.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** Lines of payouts, and which tender each of them is. */
@Dependent
class PayoutLines {

    private static final int AT_ONCE = 500;

    /** What a line pays until it turns out to be a phone's payment. */
    private static final String CARD = "CARD";

    private static final String ROW = "select line_id, kind, currency, gross_minor, fee_minor, terminal_id,"
            + " authorization_code, trace, reference, scheme, happened_on, payout_reference, paid_on from payout_line";

    @Inject
    Sql sql;

    @Inject
    UnsettledTenders unsettled;

    /** Those of the keys that a file of this store has brought before. */
    Set<String> known(String storeId, Collection<String> keys) {
        Set<String> known = new HashSet<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            List<Object> values = new ArrayList<>(List.of(storeId));
            values.addAll(some);
            known.addAll(sql.query(
                    "select line_key from payout_line where store_id = ? and line_key in ("
                            + String.join(", ", Collections.nCopies(some.size(), "?")) + ")",
                    row -> row.text(1),
                    values.toArray()));
        }
        return known;
    }

    void add(UUID fileId, String storeId, Map<String, PayoutLine> byKey) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        byKey.forEach((key, line) -> rows.add(Sql.row(
                fileId,
                storeId,
                line.number(),
                key,
                line.kind(),
                line.currency(),
                line.grossMinor(),
                line.feeMinor(),
                line.terminalId(),
                line.authorizationCode(),
                line.trace(),
                line.reference(),
                line.scheme(),
                line.happenedOn(),
                line.payoutReference(),
                line.paidOn(),
                line.isPayment() ? CARD : null)));
        sql.batch(
                "insert into payout_line (file_id, store_id, number, line_key, kind, currency, gross_minor, fee_minor,"
                        + " terminal_id, authorization_code, trace, reference, scheme, happened_on, payout_reference,"
                        + " paid_on, pays, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')",
                rows);
    }

    /** Payments and refunds that fit nothing yet, the newest of them. */
    List<StoredLine> toMatch(String storeId, int most) {
        return sql.query(
                ROW + " where store_id = ? and state = 'OPEN' and kind in ('PAYMENT', 'REFUND')"
                        + " order by happened_on desc, line_id desc limit ?",
                PayoutLines::rowOf,
                storeId,
                most);
    }

    Optional<StoredLine> find(String storeId, long lineId) {
        return sql.first(ROW + " where store_id = ? and line_id = ?", PayoutLines::rowOf, storeId, lineId);
    }

    List<StoredLine> ofFile(UUID fileId) {
        return sql.query(ROW + " where file_id = ? order by line_id", PayoutLines::rowOf, fileId);
    }

    /** Writes down what was found for lines. */
    void settle(Map<StoredLine, Matching.Finding> findings, Instant now) {
        List<@Nullable Object[]> states = new ArrayList<>();
        List<@Nullable Object[]> matches = new ArrayList<>();
        List<TakenTender> settled = new ArrayList<>();
        findings.forEach((stored, finding) -> {
            TakenTender near = finding.near();
            boolean isMatched = finding.how() != null;
            String state = isMatched ? "MATCHED" : finding.reason() == null ? "BOOKED" : "OPEN";
            states.add(Sql.row(
                    state,
                    finding.reason(),
                    near == null ? null : near.transactionId(),
                    near == null ? null : near.number(),
                    isMatched && near != null ? paid(near) : null,
                    stored.lineId()));
            if (isMatched && near != null) {
                matches.add(Sql.row(near.transactionId(), near.number(), stored.lineId(), finding.how(), null, now));
                settled.add(near);
            }
        });
        sql.batch(
                "update payout_line set state = ?, reason = ?, near_transaction = ?, near_number = ?,"
                        + " pays = coalesce(?, pays) where line_id = ?",
                states);
        addMatches(matches, settled);
    }

    private static String paid(TakenTender tender) {
        return tender.isWallet() ? "WALLET" : CARD;
    }

    private void addMatches(List<@Nullable Object[]> rows, List<TakenTender> settled) {
        sql.batch(
                "insert into settlement_match (transaction_id, tender_number, line_id, how, matched_by, matched_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
        unsettled.remove(settled);
    }

    void matchByHand(long lineId, TakenTender tender, String operatorId, Instant now) {
        sql.update(
                "update payout_line set state = 'MATCHED', reason = null, pays = ? where line_id = ?",
                paid(tender),
                lineId);
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(Sql.row(tender.transactionId(), tender.number(), lineId, Matching.How.BY_HAND, operatorId, now));
        addMatches(rows, List.of(tender));
    }

    /** A person takes back what a person made of a line: it is open again, for the reason of before. */
    void reopen(long lineId, OpenReason reason) {
        sql.update("delete from settlement_match where line_id = ? and how = ?", lineId, Matching.How.BY_HAND);
        sql.update(
                "update payout_line set state = 'OPEN', reason = ?, pays = if(pays is null, null, ?) where line_id = ?",
                reason,
                CARD,
                lineId);
    }

    /** The tender that a person found for a line. */
    record ByHand(UUID transactionId, long number) {}

    Optional<ByHand> byHand(long lineId) {
        return sql.first(
                "select transaction_id, tender_number from settlement_match where line_id = ? and how = ?",
                row -> new ByHand(row.uuid(1), row.number(2)),
                lineId,
                Matching.How.BY_HAND);
    }

    void resolve(long lineId) {
        sql.update("update payout_line set state = 'RESOLVED' where line_id = ?", lineId);
    }

    private static StoredLine rowOf(Row row) throws SQLException {
        long lineId = row.number(1);
        return new StoredLine(
                lineId,
                new PayoutLine(
                        Math.toIntExact(lineId),
                        PayoutKind.valueOf(row.text(2)),
                        row.text(3),
                        row.number(4),
                        row.number(5),
                        row.textOrNull(6),
                        row.textOrNull(7),
                        row.textOrNull(8),
                        row.textOrNull(9),
                        row.textOrNull(10),
                        row.date(11),
                        row.textOrNull(12),
                        row.dateOrNull(13)));
    }
}
