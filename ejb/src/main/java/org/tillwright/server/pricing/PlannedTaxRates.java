package org.tillwright.server.pricing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.platform.Sql;

/** The table of planned tax rates: only those that do not count yet. */
@Dependent
class PlannedTaxRates {

    @Inject
    Sql sql;

    /** A rate whose day has begun. */
    record Due(String taxCategory, TaxRate rate) {}

    /** Adds a plan, or puts another rate in the place of one for the same day. */
    void put(PlannedTaxRate rate, Instant dueAt, Instant now) {
        sql.update(
                "insert into planned_tax_rate (tax_category, from_date, due_at, tax_rate_id, rate_ppm, planned_by,"
                        + " planned_at) values (?, ?, ?, ?, ?, ?, ?) on duplicate key update due_at = values(due_at),"
                        + " tax_rate_id = values(tax_rate_id), rate_ppm = values(rate_ppm),"
                        + " planned_by = values(planned_by), planned_at = values(planned_at)",
                rate.taxCategory(),
                rate.from(),
                dueAt,
                rate.taxRateId(),
                rate.ratePpm(),
                rate.plannedBy(),
                now);
    }

    boolean remove(String taxCategory, LocalDate from) {
        return sql.update("delete from planned_tax_rate where tax_category = ? and from_date = ?", taxCategory, from)
                > 0;
    }

    List<PlannedTaxRate> all() {
        return sql.query(
                "select p.tax_category, p.from_date, p.tax_rate_id, p.rate_ppm, coalesce(o.name, p.planned_by)"
                        + " from planned_tax_rate p left join operator o on o.operator_id = p.planned_by"
                        + " order by p.tax_category, p.from_date",
                row -> new PlannedTaxRate(row.text(1), row.date(2), row.text(3), row.number(4), row.text(5)));
    }

    boolean anyDue(Instant now) {
        return sql.first("select 1 from planned_tax_rate where due_at <= ? limit 1", row -> row.number(1), now)
                .isPresent();
    }

    /** Takes out what is due, the earliest day first. */
    List<Due> takeDue(Instant now) {
        List<Due> due = sql.query(
                "select tax_category, tax_rate_id, rate_ppm from planned_tax_rate where due_at <= ?"
                        + " order by from_date, tax_category for update",
                row -> new Due(row.text(1), new TaxRate(row.text(2), new Rate(row.number(3)))),
                now);
        sql.update("delete from planned_tax_rate where due_at <= ?", now);
        return due;
    }
}
