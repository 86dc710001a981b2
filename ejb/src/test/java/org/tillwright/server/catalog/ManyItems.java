package org.tillwright.server.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tillwright.server.TestShop;

/** A hundred thousand items of twenty departments, the same ones each time, for measuring how long lists take. */
public final class ManyItems {

    private static final int ITEMS = 100_000;
    private static final String[] WORDS = {
        "bread", "milk", "rye", "oat", "apple", "juice", "organic", "large", "small", "cheese", "butter", "tea",
        "coffee", "dark", "light", "salt", "sugar", "flour", "rice", "noodle", "tomato", "bean", "fish", "ham"
    };

    private ManyItems() {}

    /** Imports the items into a shop, as a catalogue is imported. */
    public static void fill(TestShop shop) {
        Random random = new Random(7);
        for (int d = 0; d < 20; d++) {
            DepartmentDraft draft = new DepartmentDraft("d" + d, Map.of("en", "Department " + d), d, d % 8);
            shop.inTransaction(() -> shop.get(DepartmentService.class).put(draft));
        }
        for (int from = 0; from < ITEMS; from += 5_000) {
            List<ItemDraft> part = new ArrayList<>();
            for (int i = from; i < from + 5_000; i++) {
                part.add(item(random, i));
            }
            shop.inTransaction(() -> shop.get(CatalogService.class).importItems(part));
        }
        shop.database.tamper("analyze table item, item_name, item_listing, item_word, item_code");
    }

    private static ItemDraft item(Random random, int i) {
        String name = word(random) + " " + word(random) + " " + word(random) + " " + i % 997;
        return new ItemDraft(
                "sku-" + i,
                Map.of("en", name, "da", word(random) + " " + name, "uk", "\u0442\u043e\u0432\u0430\u0440 " + name),
                i % 3 == 0 ? "food" : "d" + i % 20,
                "PIECE",
                "REDUCED",
                i % 500 == 0 ? null : 1_000L * random.nextInt(100_000),
                List.of(Long.toString(9_100_000_000_000L + i * 10L + 3)),
                i % 4 == 0 ? null : "p",
                null,
                i % 50 != 0);
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
