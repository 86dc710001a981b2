package org.tillwright.system.written;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What items and stores are called where they are written to. A server keeps what it was told before, so a new book needs
 * items of its own; and it knows its own stores only.
 *
 * @param prefix before the id of each item
 * @param stores what a store is called there, by its name here; one that is not among them keeps its name
 */
public record Names(String prefix, Map<String, String> stores) {

    public Names {
        stores = Map.copyOf(stores);
    }

    /** Everything is called as it is. */
    public static final Names SAME = new Names("", Map.of());

    public String item(String itemId) {
        return prefix + itemId;
    }

    public String store(String storeId) {
        return stores.getOrDefault(storeId, storeId);
    }

    Set<String> items(Set<String> itemIds) {
        Set<String> named = new LinkedHashSet<>();
        itemIds.stream().sorted().forEach(itemId -> named.add(item(itemId)));
        return named;
    }
}
