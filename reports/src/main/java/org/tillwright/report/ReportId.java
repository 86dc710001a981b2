package org.tillwright.report;

import java.util.Optional;

/** The reports there are. Their names are part of addresses and commands and are never renamed. */
public enum ReportId {
    SALES_OF_DAY("sales-of-day"),
    TILL_REPORT("till-report"),
    STOCK_ON_HAND("stock-on-hand");

    private final String label;

    ReportId(String label) {
        this.label = label;
    }

    public String label() {
        return label;
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
