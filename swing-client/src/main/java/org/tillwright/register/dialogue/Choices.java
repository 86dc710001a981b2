package org.tillwright.register.dialogue;

import java.util.List;

/**
 * A list to choose one thing from. Typing narrows it down.
 *
 * @param title what is chosen
 * @param detail a second line, or empty
 * @param hint what stands in the empty entry field
 * @param nothing what is said in place of an empty list, and what to do
 * @param marked id of the row that Enter takes once the rows have changed; empty for the one that it took before
 */
public record Choices(String title, String detail, String hint, List<Row> rows, String nothing, String marked) {

    /** Rows that are shown; a person who has to read more types a few letters more. */
    public static final int MOST_ROWS = 200;

    /** A list in which the mark stays where it is. */
    public Choices(String title, String detail, String hint, List<Row> rows, String nothing) {
        this(title, detail, hint, rows, nothing, "");
    }

    public Choices {
        rows = List.copyOf(rows.size() > MOST_ROWS ? rows.subList(0, MOST_ROWS) : rows);
    }

    /**
     * One thing to choose.
     *
     * @param id what the model is told
     * @param detail a second line, or empty
     * @param figure what stands at its end, such as an amount; or empty
     * @param isText true for a line that is only read, and stands closer to the others
     */
    public record Row(String id, String title, String detail, String figure, boolean isText) {

        /** Something that can be chosen. */
        public Row(String id, String title, String detail, String figure) {
            this(id, title, detail, figure, false);
        }

        /** A line that is only read. */
        public static Row text(String id, String title, String figure) {
            return new Row(id, title, "", figure, true);
        }
    }
}
