package org.tillwright.server.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** The lists of what fits nothing, worked out anew each time: whatever arrives may settle it. */
@Dependent
class OpenAmounts {

    /** How long one list may take. */
    private static final int MOST_SECONDS = 10;

    private static final String UNRESOLVED =
            " and not exists (select 1 from settlement_resolution r where r.subject = ";

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Gives the columns their names, whichever parts follow. */
    private static final String NONE = "select '' kind, cast('' as char) id, current_date day, '' currency, 0 amount,"
            + " '' reason, null terminal_id, null code, null trace, cast(null as uuid) transaction_id, null source,"
            + " null line from dual where false";

    private static final String LINES = "select 'LINE' kind, cast(l.line_id as char) id, l.happened_on day, l.currency,"
            + " l.gross_minor amount, l.reason, l.terminal_id, coalesce(l.authorization_code, l.reference) code, l.trace,"
            + " l.near_transaction transaction_id, f.file_name source, l.number line from payout_line l"
            + " join payout_file f on f.file_id = l.file_id where l.store_id = ? and l.state = 'OPEN'";

    /** From the first day that payouts tell of to the day before the last: the last is rarely told whole. */
    private static final String TENDERS = "select 'TENDER', concat(u.transaction_id, '/', u.number), u.business_day,"
            + " t.currency, n.amount_minor, if(n.card_scheme = 'UNCLEAR', 'NO_AUTHORIZATION', 'NOT_PAID_OUT'),"
            + " n.terminal_id, coalesce(n.authorization_code, w.reference), n.terminal_trace, u.transaction_id,"
            + " concat(t.workstation_id, ' / ', t.sequence), null"
            + " from (" + span("CARD") + " union all " + span("WALLET") + ") span"
            + " join unsettled_tender u on u.store_id = ? and u.tender = span.tender"
            + " and u.business_day >= span.first_day and u.business_day < span.last_day"
            + " and u.business_day between ? and ?"
            + " join retail_transaction t on t.transaction_id = u.transaction_id"
            + " join tender_line n on n.transaction_id = u.transaction_id and n.number = u.number"
            + " left join wallet_payment w on w.transaction_id = u.transaction_id and w.tender_number = u.number"
            + " where not exists (select 1 from post_void v join unsettled_tender x on x.transaction_id ="
            + " if(v.transaction_id = u.transaction_id, v.post_void_of, v.transaction_id) and x.tender = u.tender"
            + " join tender_line o on o.transaction_id = x.transaction_id and o.number = x.number"
            + " and o.amount_minor = -n.amount_minor"
            + " where v.transaction_id = u.transaction_id or v.post_void_of = u.transaction_id)";

    private static final String RECEIPTS = "select 'RECEIPT', concat(c.settlement_id, '/', c.number), date(c.moved_at),"
            + " d.currency, c.amount_minor, 'NO_SALE', d.terminal_id, c.authorization_code, c.trace, null,"
            + " d.workstation_id, null from card_day_receipt c join card_day d on d.settlement_id = c.settlement_id"
            + " where c.awaits_sale and d.store_id = ? and d.settled_at < ? and c.kind <> 'REVERSAL'"
            + " and not exists (select 1 from tender_line n where n.transaction_id = c.transaction_id"
            + " and n.tender = 'CARD' and n.amount_minor = c.amount_minor)"
            + " and not exists (select 1 from card_day_receipt v where v.settlement_id = c.settlement_id"
            + " and v.kind = 'REVERSAL' and v.reversed_trace = c.trace)"
            + UNRESOLVED + "'RECEIPT' and r.subject_id = concat(c.settlement_id, '/', c.number))";

    private static final String DAYS = "select 'DAY', cast(d.settlement_id as char), date(d.settled_at), d.currency,"
            + " d.terminal_minor - d.receipts_minor, 'TOTALS_DIFFER', d.terminal_id, null, d.to_trace, null,"
            + " d.workstation_id, null from card_day d where d.store_id = ? and d.terminal_minor <> d.receipts_minor"
            + UNRESOLVED + "'DAY' and r.subject_id = cast(d.settlement_id as char))";

    private static final String WALLETS = "select 'WALLET', cast(p.payment_id as char), date(p.asked_at), p.currency,"
            + " if(p.kind = 'REFUND', -p.paid_minor, p.paid_minor), 'NO_SALE', null, p.reference, null, null,"
            + " p.workstation_id, null from wallet_payment p where p.store_id = ? and p.state = 'PAID'"
            + " and p.transaction_id is null and p.changed_at < ?"
            + " and not exists (select 1 from wallet_payment b where b.store_id = p.store_id and b.state = 'PAID'"
            + " and b.transaction_id is null and b.paid_minor = p.paid_minor"
            + " and (b.refund_of = p.reference or b.reference = p.refund_of))"
            + UNRESOLVED + "'WALLET' and r.subject_id = cast(p.payment_id as char))";

    /** What is looked through for each kind, and how often its text asks for the store and then for the moment. */
    private enum Part {
        LINE(LINES, 1, false),
        TENDER(TENDERS, 3, false),
        RECEIPT(RECEIPTS, 1, true),
        DAY(DAYS, 1, false),
        WALLET(WALLETS, 1, true);

        private final String text;
        private final int stores;
        private final boolean isTimed;

        Part(String text, int stores, boolean isTimed) {
            this.text = text;
            this.stores = stores;
            this.isTimed = isTimed;
        }
    }

    private static final String COLUMNS =
            "select kind, id, day, currency, amount, reason, terminal_id, code, trace, transaction_id, source, line";

    private static final String RESOLVED =
            "select r.subject, r.subject_id, r.happened_on, r.currency, r.amount_minor, r.was_open, r.reason, r.note,"
                    + " coalesce(o.name, r.operator_id), r.resolved_at, m.transaction_id, r.amount_minor - n.amount_minor"
                    + " from settlement_resolution r left join operator o on o.operator_id = r.operator_id"
                    + " left join settlement_match m on r.subject = 'LINE' and m.how = 'BY_HAND'"
                    + " and m.line_id = cast(r.subject_id as unsigned)"
                    + " left join tender_line n on n.transaction_id = m.transaction_id and n.number = m.tender_number"
                    + " where r.store_id = ?";

    @Inject
    Sql sql;

    /** The first and the last day that payouts of these tenders tell of, each found at an end of the index. */
    private static String span(String tender) {
        return "select '" + tender + "' tender, min(l.happened_on) first_day, max(l.happened_on) last_day"
                + " from payout_line l where l.store_id = ? and l.pays = '" + tender + "'";
    }

    /** Of one kind, or of all: what nobody wants to see is not looked through. */
    private static String parts(@Nullable String kind) {
        return Arrays.stream(Part.values())
                .filter(part -> kind == null || part.name().equals(kind))
                .map(part -> part.text)
                .collect(Collectors.joining(" union all ", " from (" + NONE + " union all ", ") u where true"));
    }

    private static List<@Nullable Object> values(@Nullable String kind, String storeId, Instant arrived) {
        return values(kind, storeId, arrived, FIRST_DAY, LAST_DAY);
    }

    /** @param from and to, the days of tenders: of these there are many, so that no others are looked at */
    private static List<@Nullable Object> values(
            @Nullable String kind, String storeId, Instant arrived, LocalDate from, LocalDate to) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Part part : Part.values()) {
            if (kind == null || part.name().equals(kind)) {
                values.addAll(Collections.nCopies(part.stores, storeId));
                if (part.isTimed) {
                    values.add(arrived);
                }
                if (part == Part.TENDER) {
                    values.add(from);
                    values.add(to);
                }
            }
        }
        return values;
    }

    /**
     * Reads a page.
     *
     * @param arrived only what is older than this can be missing for good: a sale may be on its way
     */
    List<OpenAmount> find(String storeId, OpenFilter filter, @Nullable OpenPlace after, Instant arrived, int limit) {
        List<@Nullable Object> values = values(
                filter.kind(),
                storeId,
                arrived,
                filter.from() == null ? FIRST_DAY : filter.from(),
                lastDay(filter, after));
        StringBuilder where = new StringBuilder();
        narrow(where, values, " and day >= ?", filter.from());
        narrow(where, values, " and day <= ?", filter.to());
        String text = filter.text();
        if (text != null) {
            where.append(" and ? in (code, trace, terminal_id, source)");
            values.add(text);
        }
        if (after != null) {
            where.append(" and (day, kind, id) < (?, ?, ?)");
            values.add(after.day());
            values.add(after.kind());
            values.add(after.id());
        }
        values.add(limit);
        return sql.queryWithin(
                MOST_SECONDS,
                COLUMNS + parts(filter.kind()) + where + " order by day desc, kind desc, id desc limit ?",
                OpenAmounts::rowOf,
                values.toArray());
    }

    private static LocalDate lastDay(OpenFilter filter, @Nullable OpenPlace after) {
        LocalDate to = filter.to() == null ? LAST_DAY : filter.to();
        return after != null && after.day().isBefore(to) ? after.day() : to;
    }

    private static void narrow(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    Optional<OpenAmount> find(String storeId, String kind, String id, Instant arrived) {
        List<@Nullable Object> values = values(kind, storeId, arrived);
        values.add(id);
        return sql
                .queryWithin(MOST_SECONDS, COLUMNS + parts(kind) + " and id = ?", OpenAmounts::rowOf, values.toArray())
                .stream()
                .findFirst();
    }

    List<OpenSum> sums(String storeId, Instant arrived) {
        return sql.queryWithin(
                MOST_SECONDS,
                "select kind, currency, count(*), sum(amount)" + parts(null)
                        + " group by kind, currency order by kind, currency",
                row -> new OpenSum(row.text(1), row.text(2), row.number(3), row.number(4)),
                values(null, storeId, arrived).toArray());
    }

    /** Writes down what a person made of it; another who did so at the same moment makes this a lost race. */
    void resolve(String storeId, OpenAmount open, Resolution reason, String note, String operatorId, Instant now) {
        sql.update(
                "insert into settlement_resolution (subject, subject_id, store_id, happened_on, currency, amount_minor,"
                        + " was_open, reason, note, operator_id, resolved_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                open.kind(),
                open.id(),
                storeId,
                open.day(),
                open.currency(),
                open.amountMinor(),
                open.reason(),
                reason,
                note,
                operatorId,
                now);
    }

    /** What a person made of it is taken back. */
    void forget(String kind, String id) {
        sql.update("delete from settlement_resolution where subject = ? and subject_id = ?", kind, id);
    }

    Optional<ResolvedAmount> resolved(String storeId, String kind, String id) {
        return sql.first(
                RESOLVED + " and r.subject = ? and r.subject_id = ?", OpenAmounts::resolvedOf, storeId, kind, id);
    }

    List<ResolvedAmount> resolved(String storeId, int most) {
        return sql.query(
                RESOLVED + " order by r.resolved_at desc, r.subject, r.subject_id limit ?",
                OpenAmounts::resolvedOf,
                storeId,
                most);
    }

    private static ResolvedAmount resolvedOf(Row row) throws SQLException {
        String transaction = row.textOrNull(11);
        return new ResolvedAmount(
                row.text(1),
                row.text(2),
                row.date(3),
                row.text(4),
                row.number(5),
                OpenReason.valueOf(row.text(6)),
                Resolution.valueOf(row.text(7)),
                row.text(8),
                row.text(9),
                row.instant(10),
                transaction == null ? null : UUID.fromString(transaction),
                row.numberOrNull(12));
    }

    private static OpenAmount rowOf(Row row) throws SQLException {
        String transaction = row.textOrNull(10);
        return new OpenAmount(
                row.text(1),
                row.text(2),
                row.date(3),
                row.text(4),
                row.number(5),
                OpenReason.valueOf(row.text(6)),
                row.textOrNull(7),
                row.textOrNull(8),
                row.textOrNull(9),
                transaction == null ? null : UUID.fromString(transaction),
                row.textOrNull(11),
                row.numberOrNull(12));
    }
}
