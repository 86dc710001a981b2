package org.tillwright.wire.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists that a message may leave out. */
public final class Lists {

    private Lists() {}

    /** Returns the list, or an empty one for a list that is not there. */
    public static <T> List<T> of(@Nullable List<T> told) {
        return told == null ? List.of() : told;
    }
}
