package org.tillwright.server.sales;

import java.util.List;

/** One page of a list, newest first, and whether there are newer and older ones. */
public record TransactionPage(List<TransactionRow> rows, boolean hasNewer, boolean hasOlder) {

    /** Rows on a page. */
    public static final int ROWS = 50;

    public TransactionPage {
        rows = List.copyOf(rows);
    }
}
