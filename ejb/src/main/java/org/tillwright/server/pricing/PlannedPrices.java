package org.tillwright.server.pricing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** The table of planned prices: only those that do not count yet. */
@Dependent
class PlannedPrices {

    private static final String SELECT =
            "select p.item_id, p.from_date, p.due_at, p.unit_price_micro, coalesce(o.name, p.planned_by), p.planned_at"
                    + " from planned_price p left join operator o on o.operator_id = p.planned_by ";

    @Inject
    Sql sql;

    /** A price whose day has begun. */
    record Due(String itemId, long unitPriceMicro) {}

    /** Adds a plan, or puts another price in the place of one for the same day. */
    void put(String itemId, LocalDate from, Instant dueAt, long unitPriceMicro, String operatorId, Instant now) {
        sql.update(
                "insert into planned_price (item_id, from_date, due_at, unit_price_micro, planned_by, planned_at)"
                        + " values (?, ?, ?, ?, ?, ?) on duplicate key update due_at = values(due_at),"
                        + " unit_price_micro = values(unit_price_micro), planned_by = values(planned_by),"
                        + " planned_at = values(planned_at)",
                itemId,
                from,
                dueAt,
                unitPriceMicro,
                operatorId,
                now);
    }

    boolean remove(String itemId, LocalDate from) {
        return sql.update("delete from planned_price where item_id = ? and from_date = ?", itemId, from) > 0;
    }

    long count(String itemId) {
        return sql.first("select count(*) from planned_price where item_id = ?", row -> row.number(1), itemId)
                .orElse(0L);
    }

    List<PlannedPrice> of(String itemId) {
        return sql.query(SELECT + "where p.item_id = ? order by p.from_date", PlannedPrices::planned, itemId);
    }

    List<PlannedPrice> all(int limit) {
        return sql.query(SELECT + "order by p.from_date, p.item_id limit ?", PlannedPrices::planned, limit);
    }

    boolean anyDue(Instant now) {
        return sql.first("select 1 from planned_price where due_at <= ? limit 1", row -> row.number(1), now)
                .isPresent();
    }

    /** Takes out what is due, the earliest day first. */
    List<Due> takeDue(Instant now, int limit) {
        List<Due> due = sql.query(
                "select item_id, unit_price_micro from planned_price where due_at <= ?"
                        + " order by due_at, from_date, item_id limit ? for update",
                row -> new Due(row.text(1), row.number(2)),
                now,
                limit);
        sql.update(
                "delete from planned_price where due_at <= ? order by due_at, from_date, item_id limit ?", now, limit);
        return due;
    }

    private static PlannedPrice planned(Row row) throws SQLException {
        return new PlannedPrice(row.text(1), row.date(2), row.instant(3), row.number(4), row.text(5), row.instant(6));
    }
}
