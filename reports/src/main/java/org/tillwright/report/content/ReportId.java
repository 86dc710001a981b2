package org.tillwright.report.content;

import java.util.List;
import java.util.Optional;

/** The reports there are. Their names are part of addresses and commands and are never renamed. */
public enum ReportId {
    SALES_OF_DAY("sales-of-day", 5),
    TILL_REPORT("till-report", 6),
    STOCK_ON_HAND("stock-on-hand", 5),
    /** One sale, for whoever keeps books; asked for by the sale and not by days. */
    INVOICE("invoice", 6);

    private final String label;
    private final int columns;

    ReportId(String label, int columns) {
        this.label = label;
        this.columns = columns;
    }

    public String label() {
        return label;
    }

    /** Returns how many columns its template has. */
    public int columns() {
        return columns;
    }

    /** Returns the reports that are asked for by store and days. */
    public static List<ReportId> ofDays() {
        return List.of(SALES_OF_DAY, TILL_REPORT, STOCK_ON_HAND);
    }

    /** Finds a report of days by its name. */
    public static Optional<ReportId> find(String label) {
        for (ReportId id : ofDays()) {
            if (id.label.equals(label)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
