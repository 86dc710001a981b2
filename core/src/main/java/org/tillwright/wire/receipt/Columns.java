package org.tillwright.wire.receipt;

import java.util.ArrayList;
import java.util.List;

/** Text in columns, made by blanks. Every result of a fixed width has exactly that width. */
public final class Columns {

    private Columns() {}

    /** Puts one text at the left end and one at the right; the left one is cut when both do not fit. */
    public static String both(String left, String right, int columns) {
        String end = cut(right, columns);
        int room = Math.max(0, columns - end.length() - 1);
        String begin = cut(left, room);
        return begin + " ".repeat(columns - begin.length() - end.length()) + end;
    }

    public static String left(String text, int columns) {
        String fitted = cut(text, columns);
        return fitted + " ".repeat(columns - fitted.length());
    }

    public static String right(String text, int columns) {
        String fitted = cut(text, columns);
        return " ".repeat(columns - fitted.length()) + fitted;
    }

    public static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns);
    }

    /** Breaks a text between words, and within a word only when the word alone is too long. */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > columns) {
            int blank = rest.lastIndexOf(' ', columns);
            int end = blank > 0 ? blank : columns;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
