package org.tillwright.wire.receipt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.receipt.PaperLine.Align;
import org.tillwright.wire.receipt.PaperLine.Style;
import org.tillwright.wire.receipt.PaperLine.Text;

/** Collects the lines of one paper of a fixed width; columns are made by blanks. For receipts and every other slip. */
public final class PaperWriter {

    /** The narrowest paper that is laid out for; anything narrower is treated as this wide. */
    public static final int MIN_COLUMNS = 32;

    private final int columns;
    private final List<PaperLine> lines = new ArrayList<>();

    public PaperWriter(int columns) {
        this.columns = Math.max(columns, MIN_COLUMNS);
    }

    public int columns() {
        return columns;
    }

    public List<PaperLine> lines() {
        return List.copyOf(lines);
    }

    public void add(PaperLine line) {
        lines.add(line);
    }

    public void addAll(List<PaperLine> more) {
        lines.addAll(more);
    }

    public void blank() {
        left("");
    }

    /** Puts a line across the paper. */
    public void rule(char sign) {
        left(String.valueOf(sign).repeat(columns));
    }

    /** Writes a text at the left, as it is, cut where the paper ends. */
    public void left(String text) {
        lines.add(new Text(Columns.cut(text, columns), Style.NORMAL, Align.LEFT));
    }

    /** Writes a text in the middle, on as many lines as it needs. */
    public void centred(@Nullable String text) {
        if (text != null) {
            wrapped(text, Style.NORMAL, Align.CENTRE);
        }
    }

    /** Writes a text in a style, on as many lines as it needs. */
    public void wrapped(String text, Style style, Align align) {
        int width = style == Style.LARGE ? columns / 2 : columns;
        Columns.wrap(clean(text), width).forEach(line -> lines.add(new Text(line, style, align)));
    }

    /** Writes one line in the middle, cut where the paper ends. */
    public void headline(String text, Style style) {
        int width = style == Style.LARGE ? columns / 2 : columns;
        lines.add(new Text(Columns.cut(plain(text), width), style, Align.CENTRE));
    }

    /** Puts one text at the left end and one at the right; the left one is cut when both do not fit. */
    public void both(String left, String right) {
        left(Columns.both(clean(left), plain(right), columns));
    }

    /** The same in letters of double width. */
    public void largeBoth(String left, String right) {
        lines.add(new Text(Columns.both(clean(left), plain(right), columns / 2), Style.LARGE, Align.LEFT));
    }

    /** Writes a name that may need several lines, and its amount at the end of the last. */
    public void whole(String indent, String name, String amount) {
        List<String> parts = Columns.wrap(clean(name), columns - indent.length() - amount.length() - 1);
        int last = parts.size() - 1;
        parts.subList(0, last).forEach(part -> left(indent + part));
        both(indent + parts.get(last), amount);
    }

    /** Writes a row of a table: a label, and figures to the right in columns of a quarter of the paper. */
    public void row(String label, List<String> figures) {
        int width = columns / 4;
        int room = columns - figures.size() * width;
        StringBuilder row = new StringBuilder(Columns.left(clean(label), room));
        figures.forEach(figure -> row.append(Columns.right(plain(figure), width)));
        left(row.toString());
    }

    /** Names come from people: what is no letter or sign is taken out, so that it cannot steer a printer. */
    public static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** The signs that screens write and receipt printers do not have. */
    public static String plain(String figure) {
        return clean(figure.replace('\u2212', '-').replace('\u00a0', ' '));
    }
}
