package org.tillwright.server.day;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;

/** The sums of a day, made by the database over the index of store and business day. Reads only. */
@Dependent
class DaySums {

    private static final long SECONDS_IN_A_QUARTER = 900;

    private static final String OF_THE_DAY = " t.store_id = ? and t.business_day = ? and t.currency = ?";

    @Inject
    Sql sql;

    /** Which transactions are summed: amounts of two currencies never are. */
    record Day(String storeId, LocalDate day, String currency) {}

    record Totals(long netMinor, long taxMinor, long totalMinor, long count, @Nullable Long averageMinor) {}

    record Returns(long count, long amountMinor) {}

    record Sum(long amountMinor, long count) {

        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(Math.addExact(amountMinor, other.amountMinor), Math.addExact(count, other.count));
        }
    }

    /** A quarter of an hour of universal time; every time zone's hours are made of whole ones. */
    record Quarter(Instant begin, Sum sum) {}

    Totals totals(Day day) {
        return sql.first(
                        "select coalesce(sum(t.net_minor), 0), coalesce(sum(t.tax_minor), 0),"
                                + " coalesce(sum(t.total_minor), 0), count(*), round(avg(t.total_minor))"
                                + " from retail_transaction t where" + OF_THE_DAY,
                        row -> new Totals(
                                row.number(1), row.number(2), row.number(3), row.number(4), row.numberOrNull(5)),
                        day.storeId(),
                        day.day(),
                        day.currency())
                .orElseThrow();
    }

    Returns returns(Day day) {
        return sql.first(
                        "select count(*), coalesce(-sum(l.net_minor + l.tax_minor), 0) from retail_transaction t"
                                + " join line_item l on l.transaction_id = t.transaction_id where" + OF_THE_DAY
                                + " and l.quantity_milli < 0",
                        row -> new Returns(row.number(1), row.number(2)),
                        day.storeId(),
                        day.day(),
                        day.currency())
                .orElseThrow();
    }

    long inOtherCurrencies(Day day) {
        return sql.first(
                        "select count(*) from retail_transaction t where t.store_id = ? and t.business_day = ?"
                                + " and t.currency <> ?",
                        row -> row.number(1),
                        day.storeId(),
                        day.day(),
                        day.currency())
                .orElse(0L);
    }

    /** What was taken; and last, with its sign turned, what cash was rounded by, so that all sum to the day's total. */
    List<DayFigures.Tender> tenders(Day day) {
        List<DayFigures.Tender> tenders = new ArrayList<>(taken(day));
        sql.query(
                        "select 'CASH_ROUNDING', -sum(c.rounding_minor), count(*) from retail_transaction t"
                                + " join cash_rounding c on c.transaction_id = t.transaction_id where" + OF_THE_DAY
                                + " having count(*) > 0",
                        row -> new DayFigures.Tender(row.text(1), row.number(2), row.number(3)),
                        day.storeId(),
                        day.day(),
                        day.currency())
                .forEach(tenders::add);
        return tenders;
    }

    private List<DayFigures.Tender> taken(Day day) {
        return sql.query(
                "select n.tender, sum(n.amount_minor), count(distinct n.transaction_id) from retail_transaction t"
                        + " join tender_line n on n.transaction_id = t.transaction_id where" + OF_THE_DAY
                        + " group by n.tender order by sum(n.amount_minor) desc, n.tender",
                row -> new DayFigures.Tender(row.text(1), row.number(2), row.number(3)),
                day.storeId(),
                day.day(),
                day.currency());
    }

    /** By the departments that items are in now; their sum is the day's total, whatever the catalogue became since. */
    List<DayFigures.Department> departments(Day day, String language) {
        return sql.query(
                "select coalesce(own.name, en.name, d.department_id), d.hue, sum(l.net_minor + l.tax_minor), count(*)"
                        + " from retail_transaction t join line_item l on l.transaction_id = t.transaction_id"
                        + " left join item i on i.item_id = l.item_id"
                        + " left join department d on d.department_id = i.department_id"
                        + " left join department_name own on own.department_id = d.department_id and own.language = ?"
                        + " left join department_name en on en.department_id = d.department_id and en.language = 'en'"
                        + " where" + OF_THE_DAY + " group by d.department_id, own.name, en.name, d.hue"
                        + " order by sum(l.net_minor + l.tax_minor) desc, d.department_id",
                row -> new DayFigures.Department(row.textOrNull(1), row.numberOrNull(2), row.number(3), row.number(4)),
                language,
                day.storeId(),
                day.day(),
                day.currency());
    }

    List<Quarter> quarters(Day day) {
        return sql.query(
                "select timestampdiff(minute, '1970-01-01', t.ended_at) div 15, sum(t.total_minor), count(*)"
                        + " from retail_transaction t where" + OF_THE_DAY + " group by 1 order by 1",
                row -> new Quarter(
                        Instant.ofEpochSecond(Math.multiplyExact(row.number(1), SECONDS_IN_A_QUARTER)),
                        new Sum(row.number(2), row.number(3))),
                day.storeId(),
                day.day(),
                day.currency());
    }

    List<OpenTill> openTills(String storeId, int limit) {
        return sql.query(
                "select s.till_session_id, coalesce(w.name, s.workstation_id), coalesce(o.name, s.operator_id),"
                        + " s.business_day, s.opened_at, s.currency,"
                        + " (select count(*) from retail_transaction t where t.till_session_id = s.till_session_id),"
                        + " (select coalesce(sum(e.amount_minor), 0) from till_entry e"
                        + " where e.till_session_id = s.till_session_id and e.tender = 'CASH'),"
                        + " (select coalesce(sum(e.amount_minor), 0) from till_entry e"
                        + " where e.till_session_id = s.till_session_id and e.tender <> 'CASH')"
                        + " from till_session s left join till_settlement c on c.till_session_id = s.till_session_id"
                        + " left join workstation w on w.workstation_id = s.workstation_id"
                        + " left join operator o on o.operator_id = s.operator_id"
                        + " where s.store_id = ? and c.till_session_id is null"
                        + " order by s.opened_at desc, s.till_session_id limit ?",
                row -> new OpenTill(
                        row.uuid(1),
                        row.text(2),
                        row.text(3),
                        row.date(4),
                        row.instant(5),
                        row.text(6),
                        row.number(7),
                        row.number(8),
                        row.number(9)),
                storeId,
                limit);
    }

    /** The newest record of each is found by its number, which rises with time. */
    List<QuietRegister> quietRegisters(String storeId, Instant since) {
        return sql.query(
                "select k.workstation_id, k.name, k.last_record_at from (select w.workstation_id, w.name, w.enrolled_at,"
                        + " (select r.accepted_at from journal_record r where r.workstation_id = w.workstation_id"
                        + " order by r.sequence desc limit 1) last_record_at from workstation w"
                        + " where w.store_id = ? and w.enrolled_at is not null) k"
                        + " where greatest(k.enrolled_at, coalesce(k.last_record_at, k.enrolled_at)) < ?"
                        + " order by k.last_record_at, k.workstation_id",
                row -> new QuietRegister(row.text(1), row.text(2), row.instantOrNull(3)),
                storeId,
                since);
    }
}
