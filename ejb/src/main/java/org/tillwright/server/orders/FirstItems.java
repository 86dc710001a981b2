package org.tillwright.server.orders;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the first things of a cart, one a line in one column. */
final class FirstItems {

    static final int MOST = 3;

    private static final String BREAK = "\n";

    private FirstItems() {}

    static String column(List<String> names) {
        return names.stream()
                .limit(MOST)
                .map(name -> name.replaceAll("\\R", " "))
                .collect(Collectors.joining(BREAK));
    }

    static List<String> names(String column) {
        return Stream.of(column.split(BREAK, -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
