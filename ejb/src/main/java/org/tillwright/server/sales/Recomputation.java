package org.tillwright.server.sales;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server makes of a sale by itself.
 *
 * @param totalMinor null when the sale could not be computed at all
 * @param differences in words; empty when register and server agree
 */
record Recomputation(@Nullable Long totalMinor, List<String> differences) {

    private static final int MAX_REASON_LENGTH = 1_000;

    Recomputation {
        differences = List.copyOf(differences);
    }

    static Recomputation impossible(String why) {
        return new Recomputation(null, List.of(why));
    }

    boolean isDisputed() {
        return !differences.isEmpty();
    }

    String reason() {
        String all = String.join("; ", differences);
        return all.length() <= MAX_REASON_LENGTH ? all : all.substring(0, MAX_REASON_LENGTH - 1) + "…";
    }
}
