package org.tillwright.server.catalog;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tillwright.server.StopWatch;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.ItemFilter.Order;
import org.tillwright.server.catalog.ItemFilter.State;

/** Not a test but a stop-watch: {@code -Dtillwright.measure=true -Dtest=ItemListMeasure} prints how long lists take. */
@EnabledIfSystemProperty(named = "tillwright.measure", matches = "true")
class ItemListMeasure {

    private final TestShop shop = new TestShop();
    private final ItemListService lists = shop.get(ItemListService.class);

    @Test
    void listsOfAHundredThousandItems() {
        ManyItems.fill(shop);
        measure("first page by name", filter("", State.ON_SALE, Order.NAME), 0);
        measure(
                "first page by name, language with no names",
                new ItemFilter("", null, State.ON_SALE, Order.NAME, "fr"),
                0);
        measure("page 100 by name", filter("", State.ON_SALE, Order.NAME), 5_000);
        measure("page 1000 by name", filter("", State.ON_SALE, Order.NAME), 50_000);
        measure("last page by name", filter("", State.ON_SALE, Order.NAME), 97_000);
        measure("cheapest first", filter("", State.ON_SALE, Order.CHEAPEST_FIRST), 0);
        measure("latest change first", filter("", State.ON_SALE, Order.LATEST_CHANGE_FIRST), 0);
        measure("need a price", filter("", State.NEEDS_PRICE, Order.NAME), 0);
        measure("not sold", filter("", State.NOT_SOLD, Order.NAME), 0);
        measure("one department", new ItemFilter("", "food", State.ON_SALE, Order.NAME, "en"), 0);
        measure("one small department", new ItemFilter("", "d7", State.ON_SALE, Order.NAME, "en"), 0);
        for (String text :
                List.of("b", "br", "bread", "bread org", "bread organic 77", "77", "sku 4711", "9100047", "xyz")) {
            measure("search: " + text, filter(text, State.ON_SALE, Order.NAME), 0);
        }
        measure("search: bread, dearest first", filter("bread", State.ON_SALE, Order.DEAREST_FIRST), 0);
        measure("search: b, page 100", filter("b", State.ON_SALE, Order.NAME), 5_000);
        StopWatch.measure("counts", () -> shop.inTransaction(lists::counts).onSale());
        shop.close();
    }

    private static ItemFilter filter(String text, State state, Order order) {
        return new ItemFilter(text, null, state, order, "en");
    }

    private void measure(String what, ItemFilter filter, int offset) {
        StopWatch.measure(what, () -> shop.inTransaction(() -> lists.list(filter, offset, 50))
                .count());
    }
}
