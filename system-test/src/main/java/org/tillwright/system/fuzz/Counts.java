package org.tillwright.system.fuzz;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each kind of thing really occurred: a check that met nothing has proven nothing. */
final class Counts {

    private final Map<String, Long> byName = new HashMap<>();

    void add(String name) {
        add(name, 1);
    }

    void add(String name, long count) {
        if (count != 0) {
            byName.merge(name, count, Long::sum);
        }
    }

    void addAll(Counts others) {
        others.byName.forEach(this::add);
    }

    long of(String name) {
        return byName.getOrDefault(name, 0L);
    }

    Map<String, Long> all() {
        return Map.copyOf(byName);
    }

    /** One line each, by name. */
    String table() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(byName).forEach((name, count) -> text.append("  %-46s %,12d%n".formatted(name, count)));
        return text.toString();
    }
}
