package org.tillwright.report;

import java.util.ArrayList;
import java.util.Collections;
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

    /** Returns this table with blank columns after the first, until it has so many. */
    Table widened(int wanted) {
        int missing = wanted - columns.size();
        if (missing <= 0) {
            return this;
        }
        return new Table(
                name,
                widened(columns, "", missing),
                rows.stream().map(row -> widened(row, Cell.BLANK, missing)).toList(),
                total == null ? null : widened(total, Cell.BLANK, missing));
    }

    private static <T> List<T> widened(List<T> row, T blank, int missing) {
        List<T> wide = new ArrayList<>(row);
        wide.addAll(1, Collections.nCopies(missing, blank));
        return wide;
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
