package org.tillwright.server.sales;

import java.util.List;
import java.util.stream.Stream;
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

    /** Returns this with more that a person should look at. */
    Recomputation with(List<String> doubts) {
        return new Recomputation(
                totalMinor, Stream.concat(differences.stream(), doubts.stream()).toList());
    }

    boolean isDisputed() {
        return !differences.isEmpty();
    }

    String reason() {
        String all = String.join("; ", differences);
        return all.length() <= MAX_REASON_LENGTH ? all : all.substring(0, MAX_REASON_LENGTH - 1) + "…";
    }
}
