package org.tillwright.server.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tillwright.server.TestShop;
import org.tillwright.server.catalog.ItemFilter.Order;
import org.tillwright.server.catalog.ItemFilter.State;

/** Not a test but a stop-watch: {@code -Dtillwright.measure=true -Dtest=ItemListMeasure} prints how long lists take. */
@EnabledIfSystemProperty(named = "tillwright.measure", matches = "true")
class ItemListMeasure {

    private static final System.Logger LOG = System.getLogger(ItemListMeasure.class.getName());

    private static final int ITEMS = 100_000;
    private static final int ROUNDS = 40;
    private static final String[] WORDS = {
        "bread", "milk", "rye", "oat", "apple", "juice", "organic", "large", "small", "cheese", "butter", "tea",
        "coffee", "dark", "light", "salt", "sugar", "flour", "rice", "noodle", "tomato", "bean", "fish", "ham"
    };

    private final TestShop shop = new TestShop();
    private final ItemListService lists = shop.get(ItemListService.class);
    private final Random random = new Random(7);

    @Test
    void listsOfAHundredThousandItems() {
        fill();
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
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            shop.inTransaction(lists::counts);
            nanos[i] = System.nanoTime() - start;
        }
        print("counts", nanos, 0);
        shop.close();
    }

    private void fill() {
        for (int d = 0; d < 20; d++) {
            DepartmentDraft draft = new DepartmentDraft("d" + d, Map.of("en", "Department " + d), d, d % 8);
            shop.inTransaction(() -> shop.get(DepartmentService.class).put(draft));
        }
        long start = System.nanoTime();
        for (int from = 0; from < ITEMS; from += 5_000) {
            List<ItemDraft> part = new ArrayList<>();
            for (int i = from; i < from + 5_000; i++) {
                part.add(item(i));
            }
            shop.inTransaction(() -> shop.get(CatalogService.class).importItems(part));
        }
        LOG.log(
                System.Logger.Level.INFO,
                "imported in " + (System.nanoTime() - start) / 1_000_000 + " ms; words "
                        + shop.database.count("item_word", "true"));
        shop.database.tamper("analyze table item, item_name, item_listing, item_word, item_code");
    }

    private ItemDraft item(int i) {
        String name = word() + " " + word() + " " + word() + " " + i % 997;
        return new ItemDraft(
                "sku-" + i,
                Map.of("en", name, "da", word() + " " + name, "uk", "\u0442\u043e\u0432\u0430\u0440 " + name),
                i % 3 == 0 ? "food" : "d" + i % 20,
                "PIECE",
                "REDUCED",
                i % 500 == 0 ? null : 1_000L * random.nextInt(100_000),
                List.of(Long.toString(9_100_000_000_000L + i * 10L + 3)),
                i % 4 == 0 ? null : "p",
                null,
                i % 50 != 0);
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static ItemFilter filter(String text, State state, Order order) {
        return new ItemFilter(text, null, state, order, "en");
    }

    private void measure(String what, ItemFilter filter, int offset) {
        long[] nanos = new long[ROUNDS];
        long count = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            count = shop.inTransaction(() -> lists.list(filter, offset, 50)).count();
            nanos[i] = System.nanoTime() - start;
        }
        print(what, nanos, count);
    }

    private static void print(String what, long[] nanos, long count) {
        Arrays.sort(nanos);
        LOG.log(
                System.Logger.Level.INFO,
                what + ": p50 " + nanos[ROUNDS / 2] / 100_000 / 10 + "."
                        + nanos[ROUNDS / 2] / 100_000 % 10 + " ms, p95 " + nanos[ROUNDS * 95 / 100] / 1_000_000
                        + " ms, of "
                        + count);
    }
}
