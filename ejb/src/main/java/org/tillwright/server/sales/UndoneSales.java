package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.PostVoids;

/** Which sales were undone by which others. A sale that undoes another is not priced: it is held against that one. */
@Dependent
class UndoneSales {

    @Inject
    Sql sql;

    /** Returns the sale that this one undoes, if it undoes one and that is here. */
    Optional<SaleMessage> originalOf(SaleMessage sale) {
        UUID undone = sale.details().postVoidOf();
        return undone == null
                ? Optional.empty()
                : sql.first(
                                "select r.content from retail_transaction t join journal_record r"
                                        + " on r.workstation_id = t.workstation_id and r.sequence = t.sequence"
                                        + " where t.transaction_id = ?",
                                row -> WireJson.read(row.bytes(1), JournalRecord.class),
                                undone)
                        .map(record -> record.message(SaleMessage.class));
    }

    void add(SaleMessage sale) {
        UUID undone = sale.details().postVoidOf();
        if (undone != null) {
            sql.update(
                    "insert into post_void (transaction_id, post_void_of) values (?, ?)", sale.transactionId(), undone);
        }
    }

    /** Returns the sale that undid this one. */
    Optional<UUID> undoneBy(UUID transactionId) {
        return sql.first(
                "select p.transaction_id from post_void p join retail_transaction t"
                        + " on t.transaction_id = p.transaction_id where p.post_void_of = ?"
                        + " order by t.accepted_at, t.transaction_id limit 1",
                row -> row.uuid(1),
                transactionId);
    }

    /** Returns the sale that this one undid. */
    Optional<UUID> undid(UUID transactionId) {
        return sql.first(
                "select post_void_of from post_void where transaction_id = ?", row -> row.uuid(1), transactionId);
    }

    /** Says where a sale does not undo what it says it does, or was not to be undone. */
    Recomputation recompute(SaleMessage sale, @Nullable SaleMessage original) {
        UUID undone = sale.details().postVoidOf();
        if (original == null) {
            return Recomputation.impossible("undoes sale " + undone + ", which is not here");
        }
        List<String> doubts = new ArrayList<>(PostVoids.differences(original, sale));
        if (!original.currency().equals(sale.currency())) {
            doubts.add("currency " + sale.currency() + " is not that of the sale, " + original.currency());
        }
        if (!original.tillSessionId().equals(sale.tillSessionId())) {
            doubts.add("undoes a sale of another till day");
        }
        if (PostVoids.isOne(original)) {
            doubts.add("undoes a sale that undid another");
        }
        if (isElsewhere("post_void where post_void_of = ?", sale)) {
            doubts.add("sale " + undone + " was undone before");
        } else if (isElsewhere("line_detail where returned_transaction_id = ?", sale)) {
            doubts.add("goods of sale " + undone + " came back before it was undone");
        }
        return new Recomputation(Math.negateExact(original.totalMinor()), doubts);
    }

    /**
     * True if another sale that counts has to do with the one that is undone. Two registers may undo it, or take its goods back,
     * at once: so this waits for the other, as {@link ReturnedSales} does, and reads what it wrote since this transaction began.
     */
    private boolean isElsewhere(String rows, SaleMessage sale) {
        return sql.first(
                        "select 1 from " + rows + " and transaction_id <> ? and transaction_id not in"
                                + " (select post_void_of from post_void) limit 1 lock in share mode",
                        row -> row.number(1),
                        sale.details().postVoidOf(),
                        sale.transactionId())
                .isPresent();
    }
}
