package org.tillwright.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of a report, for paper and for calculating on.
 *
 * @param name short, for a sheet
 * @param total the sum row; null for a table that has none
 */
record Table(String name, List<String> columns, List<List<Cell>> rows, @Nullable List<Cell> total) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Collects rows, each as many cells as there are columns. */
    static final class Builder {

        private final String name;
        private final List<String> columns;
        private final List<List<Cell>> rows = new ArrayList<>();

        Builder(String name, List<String> columns) {
            this.name = name;
            this.columns = columns;
        }

        Builder row(Cell... cells) {
            rows.add(List.of(cells));
            return this;
        }

        Table withoutTotal() {
            return new Table(name, columns, rows, null);
        }

        Table total(Cell... cells) {
            return new Table(name, columns, rows, List.of(cells));
        }
    }
}
