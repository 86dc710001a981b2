package org.tillwright.server.inventory;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tillwright.server.StopWatch;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.ManyItems;
import org.tillwright.server.inventory.StockSearch.Order;

/** Not a test but a stop-watch: {@code -Dtillwright.measure=true -Dtest=StockListMeasure} prints how long lists take. */
@EnabledIfSystemProperty(named = "tillwright.measure", matches = "true")
class StockListMeasure {

    private final TestShop shop = new TestShop();
    private final StockService stock = shop.get(StockService.class);

    @Test
    void stockOfAHundredThousandItems() {
        ManyItems.fill(shop);
        shop.database.tamper("insert into stock_level (store_id, item_id, on_hand_milli)"
                + " select 'shop', item_id, 1000 * (cast(mod(crc32(item_id), 1000) as int) - 5) from item");
        shop.database.tamper("analyze table stock_level");
        measure("first page", "", null, false, Order.NAME, 0);
        measure("page 100", "", null, false, Order.NAME, 5_000);
        measure("least on hand", "", null, false, Order.ON_HAND, 0);
        measure("below zero", "", null, true, Order.NAME, 0);
        measure("one department", "", "food", false, Order.NAME, 0);
        for (String text : List.of("b", "bread", "bread org", "bread organic 77", "77", "sku 4711", "9100047", "xyz")) {
            measure("search: " + text, text, null, false, Order.NAME, 0);
        }
        measure("search: bread, page 100", "bread", null, false, Order.NAME, 5_000);
        measure("search: bread, least on hand", "bread", null, false, Order.ON_HAND, 0);
        measure("search: bread, one department", "bread", "d7", false, Order.NAME, 0);
        StopWatch.measure("how many below zero", () -> shop.inTransaction(() -> stock.countBelowZero("shop")));
        shop.close();
    }

    private void measure(String what, String text, String department, boolean belowZero, Order order, int first) {
        StockSearch search = new StockSearch("shop", "en", text, department, belowZero, order, first, 50);
        StopWatch.measure(what + ", count", () -> shop.inTransaction(() -> stock.count(search)));
        StopWatch.measure(what + ", page", () -> shop.inTransaction(() -> stock.list(search))
                .size());
    }
}
