package org.tillwright.register.device.escpos;

import java.lang.Character.UnicodeScript;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of text taken apart where its columns are: at two blanks or more. Each part keeps the columns that the receipt's
 * layout gave it, whatever its letters look like in the end.
 */
final class RasterParts {

    private static final Pattern WORDS = Pattern.compile("\\S+( \\S+)*");
    /** An amount that a long name left no more than one blank before; it is a column of its own all the same. */
    private static final Pattern AMOUNT_AT_END =
            Pattern.compile(" (\\p{Sc}?[-\u2212]?[0-9][0-9.,'\u00a0]*( \\S{1,3})?)$");

    /** Scripts written from left to right whose letters nevertheless change with their neighbours. */
    private static final Set<UnicodeScript> SHAPED_SCRIPTS = EnumSet.of(
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.MONGOLIAN);

    private static final Set<UnicodeScript> WIDE_SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private RasterParts() {}

    /**
     * Takes a line apart; parts stand in the order of their columns.
     *
     * @param columns of the paper: only a figure that ends with the last of them is an amount by itself, and not a figure
     *     in a name
     */
    static List<Part> of(String line, int columns) {
        var parts = new ArrayList<Part>();
        Matcher words = WORDS.matcher(line);
        while (words.find()) {
            String text = words.group();
            int from = line.codePointCount(0, words.start());
            Matcher amount = AMOUNT_AT_END.matcher(text);
            boolean endsThePaper = from + text.codePointCount(0, text.length()) == columns;
            if (endsThePaper && isShaped(text) && amount.find()) {
                String name = text.substring(0, amount.start());
                parts.add(new Part(name, from, isShaped(name)));
                String figure = amount.group(1);
                parts.add(new Part(figure, from + text.codePointCount(0, amount.start(1)), false));
            } else {
                parts.add(new Part(text, from, isShaped(text)));
            }
        }
        return parts;
    }

    private static boolean isShaped(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                || text.codePoints().anyMatch(RasterParts::isShaped);
    }

    private static boolean isShaped(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || SHAPED_SCRIPTS.contains(UnicodeScript.of(letter));
    }

    /** True for a letter that is as wide as it is high, and takes two cells. */
    static boolean isWide(int letter) {
        return WIDE_SCRIPTS.contains(UnicodeScript.of(letter)) || (letter >= 0xFF01 && letter <= 0xFF60);
    }

    /**
     * Text that stays together.
     *
     * @param from the column that it begins at
     * @param shaped letters depend on their neighbours or run from right to left, so they cannot stand in cells
     */
    record Part(String text, int from, boolean shaped) {

        /** The column after its last one, as the layout counted. */
        int to() {
            return from + text.codePointCount(0, text.length());
        }

        /** How many cells its letters take where each stands in its own. */
        int cells() {
            return text.codePoints().map(letter -> isWide(letter) ? 2 : 1).sum();
        }
    }
}
