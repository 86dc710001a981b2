package org.tillwright.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.report.content.ReportHead;
import org.tillwright.report.content.StockOnHand;

/** Lays out what is on hand: the departments' sums first, then each department's items. */
final class StockLayout {

    private final Words words;
    private final SheetLayout house;

    StockLayout(Words words, SheetLayout house) {
        this.words = words;
        this.house = house;
    }

    Sheet sheet(StockOnHand stock) {
        ReportHead head = stock.head();
        List<Sheet.Block> blocks = new ArrayList<>();
        blocks.add(new Sheet.Fact(words.of("fact.as-of"), SheetLayout.text(words.moment(head.madeAt()))));
        blocks.add(new Sheet.Fact(words.of("fact.valued"), SheetLayout.text(words.of("fact.valued-how"))));
        blocks.add(new Sheet.Fact(words.of("fact.currency"), SheetLayout.text(head.currency())));
        blocks.add(house.controls(stock.controls()));
        Map<String, List<StockOnHand.Item>> byDepartment = byDepartment(stock.items());
        blocks.add(sums(byDepartment));
        notes(stock, blocks);
        byDepartment.forEach((department, items) -> blocks.add(items(department, items)));
        return new Sheet(
                words.of("stock-on-hand.title"),
                head.storeName() + ", " + words.moment(head.madeAt()),
                house.alert(stock.controls()),
                stock.totalItems() > stock.items().size()
                        ? words.with("notice.cut", (long) stock.items().size(), stock.totalItems())
                        : null,
                blocks);
    }

    private Map<String, List<StockOnHand.Item>> byDepartment(List<StockOnHand.Item> items) {
        Map<String, List<StockOnHand.Item>> byDepartment = new LinkedHashMap<>();
        for (StockOnHand.Item item : items) {
            String name = item.department();
            byDepartment
                    .computeIfAbsent(name == null ? words.of("no-department") : name, any -> new ArrayList<>())
                    .add(item);
        }
        return byDepartment;
    }

    private void notes(StockOnHand stock, List<Sheet.Block> blocks) {
        long negative =
                stock.items().stream().filter(item -> item.onHandMilli() < 0).count();
        if (negative > 0) {
            blocks.add(new Sheet.Note(words.with("note.negative", negative)));
        }
        long withoutCost =
                stock.items().stream().filter(item -> item.costMicro() == null).count();
        if (withoutCost > 0) {
            blocks.add(new Sheet.Note(words.with("note.no-cost", withoutCost)));
        }
    }

    private Sheet.Block sums(Map<String, List<StockOnHand.Item>> byDepartment) {
        Table.Builder table = new Table.Builder(
                words.of("by-department"),
                List.of(
                        words.of("column.department"),
                        words.of("column.items"),
                        words.of("column.without-cost"),
                        words.of("column.negative"),
                        words.with("column.value", house.currency().code())));
        List<StockOnHand.Item> all = new ArrayList<>();
        byDepartment.forEach((department, items) -> {
            table.row(sum(department, items));
            all.addAll(items);
        });
        return new Sheet.Figures(table.total(sum(words.of("sum"), all)));
    }

    private Cell[] sum(String label, List<StockOnHand.Item> items) {
        return new Cell[] {
            SheetLayout.text(label),
            SheetLayout.count(items.size()),
            SheetLayout.count(
                    items.stream().filter(item -> item.costMicro() == null).count()),
            SheetLayout.count(
                    items.stream().filter(item -> item.onHandMilli() < 0).count()),
            house.amount(value(items))
        };
    }

    private static long value(List<StockOnHand.Item> items) {
        long value = 0;
        for (StockOnHand.Item item : items) {
            Long own = item.valueMinor();
            value = Math.addExact(value, own == null ? 0 : own);
        }
        return value;
    }

    private Sheet.Block items(String department, List<StockOnHand.Item> items) {
        String code = house.currency().code();
        Table.Builder table = new Table.Builder(
                department,
                List.of(
                        words.of("column.item"),
                        words.of("column.on-hand"),
                        words.with("column.cost", code),
                        words.with("column.value", code),
                        words.of("column.last-moved")));
        for (StockOnHand.Item item : items) {
            Long cost = item.costMicro();
            Long value = item.valueMinor();
            table.row(
                    SheetLayout.text(item.name()),
                    new Cell.Stock(item.onHandMilli(), item.unit()),
                    cost == null ? Cell.BLANK : new Cell.Price(new UnitPrice(house.currency(), cost)),
                    value == null ? Cell.BLANK : house.amount(value),
                    item.lastMovedAt() == null ? Cell.BLANK : new Cell.Moment(item.lastMovedAt()));
        }
        return new Sheet.Figures(table.total(
                SheetLayout.text(words.of("sum")), Cell.BLANK, Cell.BLANK, house.amount(value(items)), Cell.BLANK));
    }
}
