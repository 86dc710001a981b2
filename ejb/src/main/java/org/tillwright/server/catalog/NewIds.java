package org.tillwright.server.catalog;

import java.util.function.Predicate;
import org.tillwright.server.platform.SearchWords;

/** Makes ids from names, so that a shop need not think any up: {@code rye-bread-500}, and {@code rye-bread-500-2}. */
final class NewIds {

    private static final int MAX_LENGTH = 32;

    private NewIds() {}

    /**
     * Returns an id that is free.
     *
     * @param otherwise what a name without Latin letters gives
     */
    static String of(String name, String otherwise, Predicate<String> taken) {
        String plain = SearchWords.folded(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String start = plain.isEmpty() ? otherwise : plain.substring(0, Math.min(plain.length(), MAX_LENGTH));
        String id = start;
        for (int i = 2; taken.test(id); i++) {
            id = start + "-" + i;
        }
        return id;
    }
}
