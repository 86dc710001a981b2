package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tillwright.server.platform.Sql;

/** What a transaction says beyond its lines' amounts: discounts, modifiers, single taxes, cash rounding. Reads only. */
@Dependent
class TransactionExtras {

    /** Returns of one sale that are listed. */
    private static final int MAX_RETURNS = 100;

    /** A device's answers to one transaction that are listed. */
    private static final int MAX_ANSWERS = 20;

    @Inject
    Sql sql;

    Map<Long, List<TransactionDetail.Discount>> discounts(UUID transactionId) {
        return sql
                .query(
                        "select line_number, source, discount_id, amount_minor from line_discount"
                                + " where transaction_id = ? order by line_number, number",
                        row -> new TransactionDetail.Discount(row.number(1), row.text(2), row.text(3), row.number(4)),
                        transactionId)
                .stream()
                .collect(Collectors.groupingBy(TransactionDetail.Discount::lineNumber));
    }

    Map<Long, List<TransactionDetail.Modifier>> modifiers(UUID transactionId) {
        return sql
                .query(
                        "select line_number, modifier_id, pieces from line_modifier"
                                + " where transaction_id = ? order by line_number, number",
                        row -> new TransactionDetail.Modifier(row.number(1), row.text(2), row.number(3)),
                        transactionId)
                .stream()
                .collect(Collectors.groupingBy(TransactionDetail.Modifier::lineNumber));
    }

    List<TransactionDetail.SingleTax> singleTaxes(UUID transactionId) {
        return sql.query(
                "select tax_id, if(kind = 'FIXED', null, value), sum(base_minor), sum(tax_minor) from line_tax"
                        + " where transaction_id = ? group by tax_id, 2 order by tax_id",
                row -> new TransactionDetail.SingleTax(row.text(1), row.numberOrNull(2), row.number(3), row.number(4)),
                transactionId);
    }

    /** Returns the sales that goods of this one came back in, but those that undo all of it. */
    List<UUID> returnsOf(UUID transactionId) {
        return sql.query(
                "select t.transaction_id from retail_transaction t where t.transaction_id in"
                        + " (select transaction_id from line_detail where returned_transaction_id = ?)"
                        + " and t.transaction_id not in (select transaction_id from post_void)"
                        + " order by t.accepted_at, t.transaction_id limit ?",
                row -> row.uuid(1),
                transactionId,
                MAX_RETURNS);
    }

    /** Returns what a fiscal device answered to it, oldest first; a sale that was signed late has several. */
    List<TransactionDetail.Fiscal> fiscal(UUID transactionId) {
        return sql.query(
                "select failure, device_id, number, signed_at, verdict, answered_at from fiscal_signature"
                        + " where transaction_id = ? order by workstation_id, sequence limit ?",
                row -> new TransactionDetail.Fiscal(
                        row.textOrNull(1),
                        row.textOrNull(2),
                        row.numberOrNull(3),
                        row.instantOrNull(4),
                        row.textOrNull(5),
                        row.instant(6)),
                transactionId,
                MAX_ANSWERS);
    }

    long cashRounding(UUID transactionId) {
        return sql.first(
                        "select rounding_minor from cash_rounding where transaction_id = ?",
                        row -> row.number(1),
                        transactionId)
                .orElse(0L);
    }
}
