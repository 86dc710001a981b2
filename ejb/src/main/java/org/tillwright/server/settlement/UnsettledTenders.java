package org.tillwright.server.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** Tenders that no payout has paid yet. Sales add their own; here they are taken away, put back, and offered. */
@Dependent
class UnsettledTenders {

    /** How long one list may take. */
    private static final int MOST_SECONDS = 10;

    /** Days on either side of a line that are looked through when nothing else is said. */
    private static final int DAYS_AROUND = 31;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    @Inject
    Sql sql;

    void remove(Collection<TakenTender> settled) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        settled.forEach(tender -> rows.add(Sql.row(tender.transactionId(), tender.number())));
        sql.batch("delete from unsettled_tender where transaction_id = ? and number = ?", rows);
    }

    /** A person took back what had settled it. */
    void putBack(TakenTender tender, String storeId) {
        sql.update(
                "insert into unsettled_tender (transaction_id, number, store_id, tender, business_day)"
                        + " values (?, ?, ?, ?, ?)",
                tender.transactionId(),
                tender.number(),
                storeId,
                tender.isWallet() ? "WALLET" : "CARD",
                tender.day());
    }

    /**
     * Offers tenders for a line: those of its currency and direction, the nearest amount first, then the nearest day.
     *
     * @param text a code, trace, terminal or receipt's number, of any day; null for those of the days around the line
     */
    List<TenderChoice> near(String storeId, PayoutLine line, @Nullable String text, int most) {
        boolean isNamed = text != null;
        List<@Nullable Object> values = new ArrayList<>(List.of(
                line.grossMinor(),
                storeId,
                isNamed ? FIRST_DAY : line.happenedOn().minusDays(DAYS_AROUND),
                isNamed ? LAST_DAY : line.happenedOn().plusDays(DAYS_AROUND),
                line.currency(),
                Long.signum(line.grossMinor())));
        if (isNamed) {
            values.add(text);
        }
        values.addAll(List.of(line.grossMinor(), line.happenedOn(), most));
        return sql.queryWithin(
                MOST_SECONDS,
                "select u.transaction_id, u.number, u.business_day, t.currency, n.amount_minor, ? - n.amount_minor,"
                        + " concat(t.workstation_id, ' / ', t.sequence), coalesce(n.authorization_code, w.reference)"
                        + " from unsettled_tender u"
                        + " join retail_transaction t on t.transaction_id = u.transaction_id"
                        + " join tender_line n on n.transaction_id = u.transaction_id and n.number = u.number"
                        + " left join wallet_payment w on w.transaction_id = u.transaction_id"
                        + " and w.tender_number = u.number"
                        + " where u.store_id = ? and u.tender in ('CARD', 'WALLET')"
                        + " and u.business_day between ? and ? and t.currency = ? and sign(n.amount_minor) = ?"
                        + (isNamed
                                ? " and ? in (n.authorization_code, w.reference, n.terminal_trace, n.terminal_id,"
                                        + " concat(t.workstation_id, ' / ', t.sequence))"
                                : "")
                        + " order by abs(n.amount_minor - ?), abs(datediff(u.business_day, ?)), u.transaction_id,"
                        + " u.number limit ?",
                row -> new TenderChoice(
                        row.uuid(1),
                        row.number(2),
                        row.date(3),
                        row.text(4),
                        row.number(5),
                        row.number(6),
                        row.text(7),
                        row.textOrNull(8)),
                values.toArray());
    }
}
