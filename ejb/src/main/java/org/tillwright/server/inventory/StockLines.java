package org.tillwright.server.inventory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.SearchWords;
import org.tillwright.server.platform.Sql;

/** The list of what a store has, page by page. */
@Dependent
class StockLines {

    private static final String FOUND = " from item i"
            + " left join item_name n on n.item_id = i.item_id and n.language = ?"
            + " left join item_name e on e.item_id = i.item_id and e.language = 'en'"
            + " left join stock_level l on l.store_id = ? and l.item_id = i.item_id";

    /** All names of a language, in the order of its index: nothing is sorted, and a page is read no further than its end. */
    private static final String ALONG_NAMES =
            "select straight_join i.item_id from item_name n force index (item_name_by_sort_name)"
                    + " join item i on i.item_id = n.item_id where n.language = ? and i.active";

    /** A word that finds more items is no rarer than another that does. */
    private static final int MOST_COMPARED = 10_000;

    private static final String FOUND_BY_WORD =
            " and i.item_id in (select w.item_id from item_word w where w.word like ?)";

    /** Looked up item by item: two lists of many items each would take the database longer to meet. */
    private static final String HAS_WORD_TOO =
            " and (select 1 from item_word w where w.item_id = i.item_id and w.word like ? limit 1) is not null";

    /** What is dear to look up is looked up for one page only. */
    private static final String LINES =
            "select i.item_id, coalesce(n.name, e.name, i.item_id), coalesce(dn.name, de.name, i.department_id), i.unit,"
                    + " coalesce(l.on_hand_milli, 0), (select c.cost_micro from unit_cost c where c.store_id = s.store_id"
                    + " and c.item_id = i.item_id order by c.number desc limit 1), (select max(x.entered_at) from"
                    + " stock_entry x where x.store_id = s.store_id and x.item_id = i.item_id), s.currency"
                    + " from item i join store s on s.store_id = ?"
                    + " left join item_name n on n.item_id = i.item_id and n.language = ?"
                    + " left join item_name e on e.item_id = i.item_id and e.language = 'en'"
                    + " left join stock_level l on l.store_id = s.store_id and l.item_id = i.item_id"
                    + " left join department_name dn on dn.department_id = i.department_id and dn.language = ?"
                    + " left join department_name de on de.department_id = i.department_id and de.language = 'en'"
                    + " where i.item_id in (?";

    @Inject
    Sql sql;

    List<StockLine> list(StockSearch search) {
        return lines(search.storeId(), search.language(), ids(search));
    }

    private List<String> ids(StockSearch search) {
        boolean isWhole = search.text().isEmpty() && !search.belowZero();
        if (isWhole && search.order() == StockSearch.Order.NAME) {
            List<String> named = named(search);
            if (named.size() == search.rows()) {
                return named;
            }
        }
        List<String> words = words(search);
        List<Object> values = parameters(search, words);
        values.add(search.rows());
        values.add(search.first());
        return sql.query(
                "select i.item_id" + FOUND + where(search, words) + " order by " + order(search.order())
                        + " limit ? offset ?",
                row -> row.text(1),
                values.toArray());
    }

    private List<String> named(StockSearch search) {
        List<Object> values = new ArrayList<>(List.of(search.language()));
        String department = search.departmentId();
        if (department != null) {
            values.add(department);
        }
        values.add(search.rows());
        values.add(search.first());
        return sql.query(
                ALONG_NAMES + (department == null ? "" : " and i.department_id = ?")
                        + " order by n.sort_name, n.item_id limit ? offset ?",
                row -> row.text(1),
                values.toArray());
    }

    private List<StockLine> lines(String storeId, String language, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(storeId, language, language));
        values.addAll(ids);
        Map<String, StockLine> found = new HashMap<>();
        sql.query(LINES + ", ?".repeat(ids.size() - 1) + ")", StockLines::read, values.toArray())
                .forEach(line -> found.put(line.itemId(), line));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    long count(StockSearch search) {
        List<String> words = words(search);
        return sql.first(
                        "select count(*)" + FOUND + where(search, words),
                        row -> row.number(1),
                        parameters(search, words).toArray())
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
        return lines(storeId, language, List.of(itemId)).stream().findFirst();
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

    private static String where(StockSearch search, List<String> words) {
        String where = " where i.active";
        if (search.departmentId() != null) {
            where += " and i.department_id = ?";
        }
        if (search.belowZero()) {
            where += " and l.on_hand_milli < 0";
        }
        if (!search.text().isEmpty()) {
            where += words.isEmpty() ? " and false" : FOUND_BY_WORD + HAS_WORD_TOO.repeat(words.size() - 1);
        }
        return where;
    }

    private static List<Object> parameters(StockSearch search, List<String> words) {
        List<Object> values = new ArrayList<>(List.of(search.language(), search.storeId()));
        String department = search.departmentId();
        if (department != null) {
            values.add(department);
        }
        words.forEach(word -> values.add(word + "%")); // words are letters and digits only
        return values;
    }

    private List<String> words(StockSearch search) {
        return SearchWords.rarestFirst(search.text(), word -> sql.first(
                        "select count(*) from (select 1 from item_word where word like ? limit ?) found",
                        row -> row.number(1),
                        word + "%",
                        MOST_COMPARED)
                .orElse(0L));
    }

    private static String order(StockSearch.Order order) {
        return switch (order) {
            case NAME -> "n.sort_name is null, coalesce(n.sort_name, e.sort_name), i.item_id";
            case ON_HAND -> "coalesce(l.on_hand_milli, 0), i.item_id";
            case MOST_ON_HAND -> "coalesce(l.on_hand_milli, 0) desc, i.item_id";
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
