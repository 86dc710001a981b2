package org.tillwright.server.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** What tills took by cards and phones. Reads only. */
@Dependent
class TakenTenders {

    private static final String ROW = "select t.transaction_id, n.number, n.tender = 'WALLET', t.business_day,"
            + " t.currency, n.amount_minor, coalesce(n.authorization_code, w.reference), n.terminal_id,"
            + " n.terminal_trace, m.line_id is not null"
            + " or exists (select 1 from settlement_resolution r where r.subject = 'TENDER'"
            + " and r.subject_id = concat(t.transaction_id, '/', n.number))"
            + " from retail_transaction t join tender_line n on n.transaction_id = t.transaction_id"
            + " and n.tender in ('CARD', 'WALLET')"
            + " left join wallet_payment w on w.transaction_id = t.transaction_id and w.tender_number = n.number"
            + " left join settlement_match m on m.transaction_id = t.transaction_id and m.tender_number = n.number";

    @Inject
    Sql sql;

    List<TakenTender> between(String storeId, LocalDate first, LocalDate last) {
        return sql.query(
                ROW + " where t.store_id = ? and t.business_day between ? and ?",
                TakenTenders::rowOf,
                storeId,
                first,
                last);
    }

    /** Those of them that no payout has paid: few, however many there are. */
    List<TakenTender> unsettledBetween(String storeId, LocalDate first, LocalDate last) {
        return sql.query(
                ROW + " join unsettled_tender u on u.transaction_id = n.transaction_id and u.number = n.number"
                        + " where u.store_id = ? and u.tender in ('CARD', 'WALLET') and u.business_day between ? and ?",
                TakenTenders::rowOf,
                storeId,
                first,
                last);
    }

    Optional<TakenTender> find(String storeId, UUID transactionId, long number) {
        return sql.first(
                ROW + " where t.store_id = ? and t.transaction_id = ? and n.number = ?",
                TakenTenders::rowOf,
                storeId,
                transactionId,
                number);
    }

    /** True for a terminal that took anything anywhere. */
    boolean isTerminal(String terminalId) {
        return sql.first("select 1 from tender_line where terminal_id = ? limit 1", row -> true, terminalId)
                .isPresent();
    }

    /** True for a terminal that took anything in this store. */
    boolean isTerminalOf(String storeId, String terminalId) {
        return sql.first(
                        "select 1 from tender_line n join retail_transaction t on t.transaction_id = n.transaction_id"
                                + " where n.terminal_id = ? and t.store_id = ? limit 1",
                        row -> true,
                        terminalId,
                        storeId)
                .isPresent();
    }

    private static TakenTender rowOf(Row row) throws SQLException {
        return new TakenTender(
                row.uuid(1),
                (int) row.number(2),
                row.truth(3),
                row.date(4),
                row.text(5),
                row.number(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.truth(10));
    }
}
