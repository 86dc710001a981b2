package org.tillwright.server.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.report.content.ControlTotal;
import org.tillwright.report.content.ControlTotal.Check;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.StockOnHand;
import org.tillwright.server.platform.Sql;

/** What is on hand, and what it cost. */
@Dependent
class StockQueries {

    private static final String LATEST_COST = " left join (select item_id, max(number) as number from unit_cost"
            + " where store_id = ? group by item_id) m on m.item_id = l.item_id"
            + " left join unit_cost c on c.store_id = l.store_id and c.item_id = l.item_id and c.number = m.number";

    /** A unit price in millionths times a quantity in thousandths counts in billionths of the major unit. */
    private static final int BILLIONTHS = 9;

    @Inject
    Sql sql;

    StockOnHand report(Question question, ReportHead head) {
        String store = question.store().storeId();
        List<StockOnHand.Item> items = items(question);
        long total = sql.first("select count(*) from stock_level where store_id = ?", row -> row.number(1), store)
                .orElseThrow();
        return new StockOnHand(head, items, total, controls(question, items, total));
    }

    private List<StockOnHand.Item> items(Question question) {
        Currency currency = question.currency();
        String store = question.store().storeId();
        return sql.query(
                "select l.item_id, coalesce(n.name, e.name, l.item_id), coalesce(dn.name, de.name, i.department_id),"
                        + " coalesce(i.unit, 'PIECE'), l.on_hand_milli, c.cost_micro,"
                        + " (select max(x.entered_at) from stock_entry x where x.store_id = l.store_id"
                        + " and x.item_id = l.item_id) from stock_level l"
                        + LATEST_COST
                        + " left join item i on i.item_id = l.item_id"
                        + " left join department d on d.department_id = i.department_id"
                        + " left join item_name n on n.item_id = l.item_id and n.language = ?"
                        + " left join item_name e on e.item_id = l.item_id and e.language = 'en'"
                        + " left join department_name dn on dn.department_id = i.department_id and dn.language = ?"
                        + " left join department_name de on de.department_id = i.department_id and de.language = 'en'"
                        + " where l.store_id = ? order by d.position is null, d.position, i.department_id,"
                        + " coalesce(n.name, e.name, l.item_id) collate utf8mb4_unicode_520_ci, l.item_id limit ?",
                row -> {
                    Long cost = row.numberOrNull(6);
                    return new StockOnHand.Item(
                            row.text(1),
                            row.text(2),
                            row.textOrNull(3),
                            Unit.valueOf(row.text(4)),
                            row.number(5),
                            cost,
                            value(currency, row.number(5), cost),
                            row.instantOrNull(7));
                },
                store,
                question.language(),
                question.language(),
                store,
                ReportingService.MAX_ITEMS);
    }

    /** On hand times the latest cost, rounded once, half up; below zero too, because what was sold unbooked is missing. */
    private static @Nullable Long value(Currency currency, long onHandMilli, @Nullable Long costMicro) {
        return costMicro == null
                ? null
                : new UnitPrice(currency, costMicro)
                        .times(new Quantity(onHandMilli), RoundingMode.HALF_UP)
                        .minor();
    }

    /** The ledger's sums are those of all items; a report that was cut is held against the same items only by their count. */
    private List<ControlTotal> controls(Question question, List<StockOnHand.Item> items, long total) {
        String store = question.store().storeId();
        long levels = sql.first(
                        "select coalesce(sum(on_hand_milli), 0) from stock_level where store_id = ?",
                        row -> row.number(1),
                        store)
                .orElseThrow();
        long entries = sql.first(
                        "select coalesce(sum(quantity_milli), 0) from stock_entry where store_id = ?",
                        row -> row.number(1),
                        store)
                .orElseThrow();
        long balanced = sql.first(
                        "select count(*) from stock_level l left join (select item_id, sum(quantity_milli) as milli"
                                + " from stock_entry where store_id = ? group by item_id) s on s.item_id = l.item_id"
                                + " where l.store_id = ? and l.on_hand_milli = coalesce(s.milli, 0)",
                        row -> row.number(1),
                        store,
                        store)
                .orElseThrow();
        ControlTotal quantities = ControlTotal.quantity(Check.LEVELS_TO_ENTRIES, levels, entries);
        ControlTotal counts = ControlTotal.count(Check.BALANCED_ITEMS, total, balanced);
        if (total > items.size()) {
            return List.of(quantities, counts);
        }
        long value = 0;
        for (StockOnHand.Item item : items) {
            Long own = item.valueMinor();
            value = Math.addExact(value, own == null ? 0 : own);
        }
        return List.of(
                quantities, counts, ControlTotal.amount(Check.VALUE_TO_DATABASE, value, valueByDatabase(question)));
    }

    /** The database multiplies and rounds by itself; its round() is half up too, away from zero. */
    private long valueByDatabase(Question question) {
        String store = question.store().storeId();
        String factor = BigDecimal.ONE
                .movePointLeft(BILLIONTHS - question.currency().digits())
                .toPlainString();
        return sql.first(
                        "select coalesce(sum(round(cast(l.on_hand_milli as decimal(30)) * c.cost_micro * " + factor
                                + ")), 0) from stock_level l" + LATEST_COST + " where l.store_id = ?",
                        row -> row.number(1),
                        store,
                        store)
                .orElseThrow();
    }
}
