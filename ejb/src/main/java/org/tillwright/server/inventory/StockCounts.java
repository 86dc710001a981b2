package org.tillwright.server.inventory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.core.money.Unit;
import org.tillwright.server.platform.Sql;

/** The tables of counts and costs. Insert and select only. */
@Dependent
class StockCounts {

    @Inject
    Sql sql;

    Optional<CountedItem> item(String storeId, String itemId) {
        return sql.first(
                "select i.unit from item i join store s on s.store_id = ? where i.item_id = ?",
                row -> new CountedItem(Unit.valueOf(row.text(1))),
                storeId,
                itemId);
    }

    boolean exists(UUID countId) {
        return sql.first("select 1 from stock_count where count_id = ?", row -> row.number(1), countId)
                .isPresent();
    }

    /** Returns what the ledger has, and keeps sales from moving it until this transaction ends. */
    long lockedOnHandMilli(String storeId, String itemId) {
        sql.update(
                "insert into stock_level (store_id, item_id, on_hand_milli) values (?, ?, 0)"
                        + " on duplicate key update on_hand_milli = on_hand_milli",
                storeId,
                itemId);
        return sql.first(
                        "select on_hand_milli from stock_level where store_id = ? and item_id = ? for update",
                        row -> row.number(1),
                        storeId,
                        itemId)
                .orElseThrow();
    }

    void add(StockCount count, long expectedMilli, Instant now) {
        sql.update(
                "insert into stock_count (count_id, store_id, item_id, counted_milli, expected_milli, operator_id,"
                        + " counted_at) values (?, ?, ?, ?, ?, ?, ?)",
                count.countId(),
                count.storeId(),
                count.itemId(),
                count.countedMilli(),
                expectedMilli,
                count.operatorId(),
                now);
    }

    /** Adds a cost unless it is the latest already; returns whether it was added. Two who add at once: one is told to try again. */
    boolean addCost(UnitCost cost, Instant now) {
        List<Long> latest = sql.query(
                "select cost_micro, number from unit_cost where store_id = ? and item_id = ? order by number desc limit 1",
                row -> row.number(1) == cost.costMicro() ? -1L : row.number(2),
                cost.storeId(),
                cost.itemId());
        if (latest.contains(-1L)) {
            return false;
        }
        long number = latest.isEmpty() ? 1 : latest.get(0) + 1;
        sql.update(
                "insert into unit_cost (store_id, item_id, number, cost_micro, operator_id, told_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                cost.storeId(),
                cost.itemId(),
                number,
                cost.costMicro(),
                cost.operatorId(),
                now);
        return true;
    }

    List<CostTold> costs(String storeId, String itemId, int limit) {
        return sql.query(
                "select c.told_at, c.cost_micro, coalesce(o.name, c.operator_id) from unit_cost c"
                        + " left join operator o on o.operator_id = c.operator_id"
                        + " where c.store_id = ? and c.item_id = ? order by c.number desc limit ?",
                row -> new CostTold(row.instant(1), row.number(2), row.text(3)),
                storeId,
                itemId,
                limit);
    }
}
