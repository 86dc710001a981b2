package org.tillwright.report.content;

import java.util.Optional;

/** The reports there are. Their names are part of addresses and commands and are never renamed. */
public enum ReportId {
    SALES_OF_DAY("sales-of-day", 5),
    TILL_REPORT("till-report", 6),
    STOCK_ON_HAND("stock-on-hand", 5);

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

    public static Optional<ReportId> find(String label) {
        for (ReportId id : values()) {
            if (id.label.equals(label)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
