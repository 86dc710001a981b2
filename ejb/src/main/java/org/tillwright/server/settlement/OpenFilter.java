package org.tillwright.server.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the open amounts.
 *
 * @param kind null for all
 * @param text a code, trace, terminal or reference; null for any
 */
public record OpenFilter(
        @Nullable String kind, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String text) {

    public static final OpenFilter ALL = new OpenFilter(null, null, null, null);
}
