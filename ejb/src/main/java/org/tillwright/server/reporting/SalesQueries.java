package org.tillwright.server.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.report.content.ControlTotal;
import org.tillwright.report.content.ControlTotal.Check;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.SalesFigures;
import org.tillwright.report.content.SalesOfDay;
import org.tillwright.report.content.TaxFigures;
import org.tillwright.server.platform.Sql;

/** What was sold on some business days, each table counted by itself. */
@Dependent
class SalesQueries {

    /** All zones are ahead or behind by whole quarters of an hour, so hours of any zone are made of these. */
    private static final int QUARTER_SECONDS = 900;

    private static final long EPOCH_QUARTERS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() / QUARTER_SECONDS;
    private static final int HOURS = 24;

    /** A sale with two rates of a tax tells the second with its rate; in a report each rate stands with itself anyway. */
    private static final String TAX_GROUP = "regexp_replace(x.tax_rate_id, '@[0-9]+(@[0-9]+)?', '')";

    /** A unit price in millionths times a quantity in thousandths counts in billionths of the major unit. */
    private static final int BILLIONTHS = 9;

    @Inject
    Sql sql;

    SalesOfDay report(Question question, ReportHead head) {
        TransactionFilter filter = TransactionFilter.of(question);
        List<TaxFigures> singleTaxes = singleTaxes(filter);
        return new SalesOfDay(
                head,
                goods(filter),
                overrides(filter, question),
                hours(filter, question),
                departments(filter, question.language()),
                taxes(filter),
                tenders(filter),
                controls(filter, question, singleTaxes),
                singleTaxes,
                cashRounding(filter));
    }

    SalesOfDay.Goods goods(TransactionFilter filter) {
        Map<Long, SalesFigures> byDirection = new TreeMap<>();
        sql.query(
                        "select l.quantity_milli > 0, count(*), sum(l.net_minor), sum(l.tax_minor) from "
                                + filter.from()
                                + " join line_item l on l.transaction_id = t.transaction_id where " + filter.where()
                                + " group by l.quantity_milli > 0",
                        row -> Map.entry(row.number(1), new SalesFigures(row.number(2), row.number(3), row.number(4))),
                        filter.values())
                .forEach(found -> byDirection.put(found.getKey(), found.getValue()));
        return new SalesOfDay.Goods(
                byDirection.getOrDefault(1L, SalesFigures.NONE), byDirection.getOrDefault(0L, SalesFigures.NONE));
    }

    /** The difference is summed exactly and rounded once, half up. */
    private SalesOfDay.Overrides overrides(TransactionFilter filter, Question question) {
        int digits = question.currency().digits();
        return sql.first(
                        "select count(*), coalesce(sum(cast(l.regular_unit_price_micro - l.unit_price_micro as decimal(38))"
                                + " * l.quantity_milli), 0) from " + filter.from()
                                + " join line_item l on l.transaction_id = t.transaction_id"
                                + " and l.override_reason is not null where " + filter.where(),
                        row -> new SalesOfDay.Overrides(
                                row.number(1),
                                new BigDecimal(row.text(2))
                                        .movePointLeft(BILLIONTHS - digits)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValueExact()),
                        filter.values())
                .orElseThrow();
    }

    private List<SalesOfDay.Hour> hours(TransactionFilter filter, Question question) {
        int dayEnds = LocalTime.parse(question.store().dayEnds()).getHour();
        Map<Integer, SalesFigures> byHour = new TreeMap<>();
        sql.query(
                        "select floor(timestampdiff(second, '2000-01-01', t.ended_at) / " + QUARTER_SECONDS
                                + ") as quarter, count(*), sum(t.net_minor), sum(t.tax_minor) from " + filter.from()
                                + " where " + filter.where() + " group by quarter",
                        row -> Map.entry(row.number(1), new SalesFigures(row.number(2), row.number(3), row.number(4))),
                        filter.values())
                .forEach(quarter -> {
                    int hour = Instant.ofEpochSecond((quarter.getKey() + EPOCH_QUARTERS) * QUARTER_SECONDS)
                            .atZone(question.zone())
                            .getHour();
                    byHour.merge(Math.floorMod(hour - dayEnds, HOURS), quarter.getValue(), SalesFigures::plus);
                });
        List<SalesOfDay.Hour> hours = new ArrayList<>();
        byHour.forEach((place, figures) -> hours.add(new SalesOfDay.Hour((place + dayEnds) % HOURS, figures)));
        return hours;
    }

    private List<SalesOfDay.Department> departments(TransactionFilter filter, String language) {
        return sql.query(
                "select coalesce(n.name, e.name, s.department_id), s.line_count, s.net_minor, s.tax_minor from ("
                        + "select i.department_id, count(*) as line_count, sum(l.net_minor) as net_minor,"
                        + " sum(l.tax_minor) as tax_minor from " + filter.from()
                        + " join line_item l on l.transaction_id = t.transaction_id"
                        + " left join item i on i.item_id = l.item_id where " + filter.where()
                        + " group by i.department_id) s"
                        + " left join department d on d.department_id = s.department_id"
                        + " left join department_name n on n.department_id = s.department_id and n.language = ?"
                        + " left join department_name e on e.department_id = s.department_id and e.language = 'en'"
                        + " order by d.position is null, d.position, s.department_id",
                row -> new SalesOfDay.Department(
                        row.textOrNull(1), new SalesFigures(row.number(2), row.number(3), row.number(4))),
                filter.valuesAnd(language));
    }

    List<TaxFigures> taxes(TransactionFilter filter) {
        return sql.query(
                "select " + TAX_GROUP + ", x.rate_ppm, count(distinct t.transaction_id), sum(x.net_minor),"
                        + " sum(x.tax_minor) from " + filter.from()
                        + " join tax_line x on x.transaction_id = t.transaction_id where " + filter.where()
                        + " group by 1, x.rate_ppm order by x.rate_ppm, 1",
                row -> new TaxFigures(
                        row.text(1), row.number(2), new SalesFigures(row.number(3), row.number(4), row.number(5))),
                filter.values());
    }

    /**
     * Each tax by itself: of sales that told single taxes those, of others their tax groups, which are single taxes. Empty
     * when the groups say it all.
     */
    private List<TaxFigures> singleTaxes(TransactionFilter filter) {
        if (sum("1", " join line_tax x on x.transaction_id = t.transaction_id", filter) == 0) {
            return List.of();
        }
        Map<List<Object>, SalesFigures> byTax =
                new TreeMap<>(Comparator.comparing((List<Object> key) -> (Long) key.get(1))
                        .thenComparing(key -> (String) key.get(0)));
        String[] queries = {
            "select x.tax_id, if(x.kind = 'FIXED', 0, x.value), count(distinct t.transaction_id), sum(x.base_minor),"
                    + " sum(x.tax_minor) from " + filter.from()
                    + " join line_tax x on x.transaction_id = t.transaction_id where " + filter.where()
                    + " group by x.tax_id, 2",
            "select " + TAX_GROUP + ", x.rate_ppm, count(distinct t.transaction_id), sum(x.net_minor),"
                    + " sum(x.tax_minor) from " + filter.from()
                    + " join tax_line x on x.transaction_id = t.transaction_id where " + filter.where()
                    + " and not exists (select 1 from line_tax k where k.transaction_id = t.transaction_id)"
                    + " group by 1, x.rate_ppm"
        };
        for (String query : queries) {
            sql.query(
                            query,
                            row -> Map.entry(
                                    List.<Object>of(row.text(1), row.number(2)),
                                    new SalesFigures(row.number(3), row.number(4), row.number(5))),
                            filter.values())
                    .forEach(found -> byTax.merge(found.getKey(), found.getValue(), SalesFigures::plus));
        }
        List<TaxFigures> taxes = new ArrayList<>();
        byTax.forEach((key, figures) -> taxes.add(new TaxFigures((String) key.get(0), (Long) key.get(1), figures)));
        return taxes;
    }

    /**
     * What was taken beside the goods, by the books: the accounts that it is owed by hold it, less what those accounts paid.
     */
    long moneyIn(TransactionFilter filter) {
        long booked = sum(
                "b.amount_minor",
                " join posting b on b.source_id = t.transaction_id and b.event = 'SALE'"
                        + " and b.account_id in ('GIFT_CARDS', 'DEPOSITS', 'CUSTOMER_ACCOUNTS', 'TIPS')",
                filter);
        long paid = sum(
                "n.amount_minor",
                " join tender_line n on n.transaction_id = t.transaction_id"
                        + " and n.tender in ('GIFT_CARD', 'DEPOSIT', 'ON_ACCOUNT')",
                filter);
        return Math.subtractExact(paid, booked);
    }

    long cashRounding(TransactionFilter filter) {
        return sum("c.rounding_minor", " join cash_rounding c on c.transaction_id = t.transaction_id", filter);
    }

    List<SalesOfDay.Tender> tenders(TransactionFilter filter) {
        return sql.query(
                "select p.tender, sum(p.amount_minor > 0), sum(greatest(p.amount_minor, 0)),"
                        + " sum(least(p.amount_minor, 0)) from " + filter.from()
                        + " join tender_line p on p.transaction_id = t.transaction_id where " + filter.where()
                        + " group by p.tender order by p.tender",
                row -> new SalesOfDay.Tender(row.text(1), row.number(2), row.number(3), row.number(4)),
                filter.values());
    }

    private List<ControlTotal> controls(TransactionFilter filter, Question question, List<TaxFigures> singleTaxes) {
        long total = sum("t.total_minor", "", filter);
        long lines =
                sum("l.net_minor + l.tax_minor", " join line_item l on l.transaction_id = t.transaction_id", filter);
        long taxes = sum("x.gross_minor", " join tax_line x on x.transaction_id = t.transaction_id", filter);
        long tenders = sum("p.amount_minor", " join tender_line p on p.transaction_id = t.transaction_id", filter);
        long entries = sum(
                "e.amount_minor", " join till_entry e on e.source_id = t.transaction_id and e.kind = 'TENDER'", filter);
        long rounding = cashRounding(filter);
        long beside = Math.addExact(rounding, moneyIn(filter));
        List<ControlTotal> controls = new ArrayList<>(List.of(
                ControlTotal.amount(Check.LINES_TO_TRANSACTIONS, lines, total),
                ControlTotal.amount(Check.TAXES_TO_TRANSACTIONS, taxes, total),
                ControlTotal.amount(Check.TENDERS_TO_TRANSACTIONS, tenders, Math.addExact(total, beside)),
                ControlTotal.amount(
                        Check.NET_TO_LEDGER, sum("t.net_minor", "", filter), booked("SALES", filter, question)),
                ControlTotal.amount(
                        Check.TAX_TO_LEDGER, sum("t.tax_minor", "", filter), booked("TAX", filter, question)),
                ControlTotal.amount(Check.TENDERS_TO_TILLS, tenders, entries),
                ControlTotal.count(Check.IN_CURRENCY, sum("1", "", filter), sum("1", "", filter.ofAllCurrencies()))));
        if (!singleTaxes.isEmpty()) {
            long sum = singleTaxes.stream()
                    .mapToLong(tax -> tax.figures().taxMinor())
                    .sum();
            controls.add(ControlTotal.amount(Check.SINGLE_TAXES_TO_TRANSACTIONS, sum, sum("t.tax_minor", "", filter)));
        }
        long booked = booked("CASH_ROUNDING", filter, question);
        if (rounding != 0 || booked != 0) {
            controls.add(ControlTotal.amount(Check.CASH_ROUNDING_TO_LEDGER, rounding, booked));
        }
        return List.copyOf(controls);
    }

    long sum(String what, String join, TransactionFilter filter) {
        return sql.first(
                        "select coalesce(sum(" + what + "), 0) from " + filter.from() + join + " where "
                                + filter.where(),
                        row -> row.number(1),
                        filter.values())
                .orElseThrow();
    }

    /**
     * What the ledger has, found by its own day and store and not by the sales, so that a sale that is in one of them only is
     * seen. The ledger knows no tills; for one till it is asked for that till's sales.
     */
    private long booked(String account, TransactionFilter filter, Question question) {
        if (question.workstationId() != null) {
            return Math.negateExact(sum(
                    "b.amount_minor",
                    " join posting b on b.source_id = t.transaction_id and b.event = 'SALE' and b.account_id = '"
                            + account + "'",
                    filter));
        }
        return Math.negateExact(sql.first(
                        "select coalesce(sum(b.amount_minor), 0) from journal_entry e join posting b"
                                + " on b.source_id = e.source_id and b.event = e.event and b.account_id = ?"
                                + " where e.store_id = ? and e.booked_on between ? and ? and e.event = 'SALE'"
                                + " and e.currency = ?",
                        row -> row.number(1),
                        account,
                        question.store().storeId(),
                        question.from(),
                        question.to(),
                        question.store().currency())
                .orElseThrow());
    }
}
