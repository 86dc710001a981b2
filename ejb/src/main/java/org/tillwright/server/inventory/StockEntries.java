package org.tillwright.server.inventory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.server.platform.Sql;

/** The stock ledger, and the levels that are its running sums. */
@Dependent
class StockEntries {

    /** One item of one store. Sorted, so that all transactions lock the levels in the same order. */
    private record Place(String storeId, String itemId) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byStore = storeId.compareTo(other.storeId);
            return byStore != 0 ? byStore : itemId.compareTo(other.itemId);
        }
    }

    @Inject
    Sql sql;

    void add(List<StockMovement> movements, Instant now) {
        sql.batch(
                "insert into stock_entry (source_id, line_number, store_id, item_id, reason, quantity_milli, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                movements.stream()
                        .map(movement -> Sql.row(
                                movement.sourceId(),
                                movement.lineNumber(),
                                movement.storeId(),
                                movement.itemId(),
                                movement.reason(),
                                movement.quantityMilli(),
                                now))
                        .toList());
    }

    void moveLevels(List<StockMovement> movements) {
        Map<Place, Long> sums = new TreeMap<>();
        for (StockMovement movement : movements) {
            sums.merge(new Place(movement.storeId(), movement.itemId()), movement.quantityMilli(), Math::addExact);
        }
        sql.batch(
                "insert into stock_level (store_id, item_id, on_hand_milli) values (?, ?, ?)"
                        + " on duplicate key update on_hand_milli = on_hand_milli + values(on_hand_milli)",
                sums.entrySet().stream()
                        .map(sum -> Sql.row(sum.getKey().storeId(), sum.getKey().itemId(), sum.getValue()))
                        .toList());
    }

    long onHandMilli(String storeId, String itemId) {
        return sql.first(
                        "select on_hand_milli from stock_level where store_id = ? and item_id = ?",
                        row -> row.number(1),
                        storeId,
                        itemId)
                .orElse(0L);
    }

    List<StockMoved> newest(String storeId, String itemId, int limit) {
        return sql.query(
                "select e.entered_at, e.reason, e.quantity_milli, e.source_id, coalesce(w.name, o.name) from stock_entry e"
                        + " left join retail_transaction t on t.transaction_id = e.source_id"
                        + " left join workstation w on w.workstation_id = t.workstation_id"
                        + " left join stock_count k on k.count_id = e.source_id"
                        + " left join operator o on o.operator_id = k.operator_id"
                        + " where e.store_id = ? and e.item_id = ? order by e.entered_at desc, e.line_number desc limit ?",
                row -> new StockMoved(
                        row.instant(1),
                        StockMovement.Reason.valueOf(row.text(2)),
                        row.number(3),
                        row.uuid(4),
                        row.textOrNull(5)),
                storeId,
                itemId,
                limit);
    }

    List<String> itemsOutOfBalance(String storeId) {
        return sql.query(
                "select item_id from (select item_id, on_hand_milli as milli from stock_level where store_id = ?"
                        + " union all select item_id, -quantity_milli from stock_entry where store_id = ?) moved"
                        + " group by item_id having sum(milli) <> 0 order by item_id",
                row -> row.text(1),
                storeId,
                storeId);
    }
}
