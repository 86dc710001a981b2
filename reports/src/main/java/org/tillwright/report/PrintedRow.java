package org.tillwright.report;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * One row as the templates know it: which band prints it, and its texts.
 *
 * @param kind FACT, ROW, TOTAL, NOTE or PICTURE
 * @param section what belongs together and has its heading again on the next page
 * @param hairline true under every third row, to lead the eye
 */
record PrintedRow(
        String kind,
        String section,
        @Nullable String heading,
        @Nullable String h0,
        @Nullable String h1,
        @Nullable String h2,
        @Nullable String h3,
        @Nullable String h4,
        @Nullable String h5,
        @Nullable String c0,
        @Nullable String c1,
        @Nullable String c2,
        @Nullable String c3,
        @Nullable String c4,
        @Nullable String c5,
        boolean hairline,
        @Nullable Renderable picture) {

    private static final int HAIRLINE_EVERY = 3;

    /** Returns the rows of a sheet for a template with so many columns; a table with fewer stands at its right edge. */
    static List<PrintedRow> of(Sheet sheet, int columns, Words words) {
        List<PrintedRow> rows = new ArrayList<>();
        int section = 0;
        for (Sheet.Block block : sheet.blocks()) {
            if (block instanceof Sheet.Fact fact) {
                rows.add(plain("FACT", "facts", fact.label(), words.text(fact.value())));
            } else if (block instanceof Sheet.Note note) {
                rows.add(plain("NOTE", section + " note", note.sentence(), null));
            } else if (block instanceof Sheet.Picture picture) {
                rows.add(picture(section + " picture", picture.chart()));
            } else if (block instanceof Sheet.Figures figures) {
                section++;
                add(figures.table().widened(columns), String.valueOf(section), words, rows);
            }
        }
        return rows;
    }

    private static void add(Table table, String section, Words words, List<PrintedRow> rows) {
        for (int i = 0; i < table.rows().size(); i++) {
            boolean isThird =
                    (i + 1) % HAIRLINE_EVERY == 0 && i + 1 < table.rows().size();
            rows.add(of("ROW", section, table, table.rows().get(i), isThird, words));
        }
        List<Cell> total = table.total();
        if (total != null) {
            rows.add(of("TOTAL", section, table, total, false, words));
        }
    }

    private static PrintedRow of(
            String kind, String section, Table table, List<Cell> cells, boolean hairline, Words words) {
        List<String> heads = table.columns();
        return new PrintedRow(
                kind,
                section,
                table.name(),
                heads.get(0),
                at(heads, 1),
                at(heads, 2),
                at(heads, 3),
                at(heads, 4),
                at(heads, 5),
                text(cells, 0, words),
                text(cells, 1, words),
                text(cells, 2, words),
                text(cells, 3, words),
                text(cells, 4, words),
                text(cells, 5, words),
                hairline,
                null);
    }

    private static @Nullable String at(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : null;
    }

    private static @Nullable String text(List<Cell> cells, int index, Words words) {
        return index < cells.size() ? words.text(cells.get(index)) : null;
    }

    private static PrintedRow plain(String kind, String section, String first, @Nullable String second) {
        return new PrintedRow(
                kind, section, null, null, null, null, null, null, null, first, second, null, null, null, null, false,
                null);
    }

    private static PrintedRow picture(String section, Renderable picture) {
        return new PrintedRow(
                "PICTURE", section, null, null, null, null, null, null, null, null, null, null, null, null, null, false,
                picture);
    }
}
