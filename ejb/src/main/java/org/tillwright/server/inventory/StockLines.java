package org.tillwright.server.inventory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** The list of what a store has, page by page. */
@Dependent
class StockLines {

    /** Found and sorted first, by ids alone; what is dear to look up is looked up for one page only. */
    private static final String FOUND = " from item i"
            + " left join item_name n on n.item_id = i.item_id and n.language = ?"
            + " left join item_name e on e.item_id = i.item_id and e.language = 'en'"
            + " left join stock_level l on l.store_id = ? and l.item_id = i.item_id";

    private static final String DETAIL =
            "select f.found_id, f.found_name, coalesce(dn.name, de.name, i.department_id), i.unit,"
                    + " f.found_milli, (select c.cost_micro from unit_cost c where c.store_id = s.store_id"
                    + " and c.item_id = f.found_id order by c.number desc limit 1), (select max(x.entered_at) from stock_entry x"
                    + " where x.store_id = s.store_id and x.item_id = f.found_id), s.currency from (";

    private static final String DETAIL_JOINS =
            ") f join item i on i.item_id = f.found_id join store s on s.store_id = ?"
                    + " left join department_name dn on dn.department_id = i.department_id and dn.language = ?"
                    + " left join department_name de on de.department_id = i.department_id and de.language = 'en'";

    private static final String COLUMNS =
            "select i.item_id as found_id, coalesce(n.name, e.name, i.item_id) as found_name, coalesce(l.on_hand_milli, 0) as found_milli";

    /** Columns compare bytes; people look for names without regard to case, and expect them in the order of an alphabet. */
    private static final String ALPHABET = "utf8mb4_unicode_520_ci";

    @Inject
    Sql sql;

    List<StockLine> list(StockSearch search) {
        List<Object> values = parameters(search);
        values.add(search.rows());
        values.add(search.first());
        values.add(search.storeId());
        values.add(search.language());
        String order = order(search.order());
        return sql.query(
                DETAIL + COLUMNS + FOUND + where(search) + " order by " + order + " limit ? offset ?" + DETAIL_JOINS
                        + " order by " + order,
                StockLines::read,
                values.toArray());
    }

    long count(StockSearch search) {
        return sql.first(
                        "select count(*)" + FOUND + where(search),
                        row -> row.number(1),
                        parameters(search).toArray())
                .orElseThrow();
    }

    long countBelowZero(String storeId) {
        return sql.first(
                        "select count(*) from stock_level where store_id = ? and on_hand_milli < 0",
                        row -> row.number(1),
                        storeId)
                .orElseThrow();
    }

    Optional<StockLine> find(String storeId, String itemId, String language) {
        return sql.first(
                DETAIL + COLUMNS + FOUND + " where i.item_id = ?" + DETAIL_JOINS,
                StockLines::read,
                language,
                storeId,
                itemId,
                storeId,
                language);
    }

    Map<String, String> departments(String language) {
        Map<String, String> departments = new LinkedHashMap<>();
        sql.query(
                        "select d.department_id, coalesce(n.name, e.name, d.department_id) from department d"
                                + " left join department_name n on n.department_id = d.department_id and n.language = ?"
                                + " left join department_name e on e.department_id = d.department_id and e.language = 'en'"
                                + " order by d.position, d.department_id",
                        row -> Map.entry(row.text(1), row.text(2)),
                        language)
                .forEach(found -> departments.put(found.getKey(), found.getValue()));
        return departments;
    }

    private static String where(StockSearch search) {
        String where = " where i.active";
        if (search.departmentId() != null) {
            where += " and i.department_id = ?";
        }
        if (search.belowZero()) {
            where += " and l.on_hand_milli < 0";
        }
        if (!search.text().isEmpty()) {
            where += " and (n.name collate " + ALPHABET + " like ? or e.name collate " + ALPHABET
                    + " like ? or i.item_id = ?"
                    + " or i.item_id in (select k.item_id from item_code k where k.code_key = ?))";
        }
        return where;
    }

    private static List<Object> parameters(StockSearch search) {
        List<Object> values = new ArrayList<>(List.of(search.language(), search.storeId()));
        String department = search.departmentId();
        if (department != null) {
            values.add(department);
        }
        if (!search.text().isEmpty()) {
            String part = "%"
                    + search.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            values.addAll(List.of(
                    part, part, search.text(), ScanCode.of(search.text()).key()));
        }
        return values;
    }

    private static String order(StockSearch.Order order) {
        return switch (order) {
            case NAME -> "found_name collate " + ALPHABET + ", found_id";
            case ON_HAND -> "found_milli, found_id";
            case MOST_ON_HAND -> "found_milli desc, found_id";
        };
    }

    private static StockLine read(Row row) throws SQLException {
        Long cost = row.numberOrNull(6);
        Currency currency = Currency.of(row.text(8));
        Long value = cost == null
                ? null
                : new UnitPrice(currency, cost)
                        .times(new Quantity(row.number(5)), RoundingMode.HALF_UP)
                        .minor();
        return new StockLine(
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                Unit.valueOf(row.text(4)),
                row.number(5),
                cost,
                value,
                row.instantOrNull(7));
    }
}
