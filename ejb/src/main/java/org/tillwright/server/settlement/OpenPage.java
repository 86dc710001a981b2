package org.tillwright.server.settlement;

import java.util.List;

/** One page of open amounts, newest first. */
public record OpenPage(List<OpenAmount> rows, boolean hasMore) {

    public OpenPage {
        rows = List.copyOf(rows);
    }
}
