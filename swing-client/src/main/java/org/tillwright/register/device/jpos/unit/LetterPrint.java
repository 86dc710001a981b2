package org.tillwright.register.device.jpos.unit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jpos.JposException;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.device.display.DisplayText;

/** Fits the text of a receipt to a printer's letters and to its paper. */
final class LetterPrint {

    /** Typography that few character sets hold, and its plain twins of the same width. */
    private static final Map<Character, Character> TWINS = Map.of(
            '\u2212', '-', // minus sign
            '\u2013', '-', // en dash
            '\u2019', '\'',
            '\u00A0', ' ', // no-break space
            '\u202F', ' ', // narrow no-break space
            '\u2009', ' ', // thin space
            '\u00D7', 'x'); // multiplication sign

    private final Letters letters;
    private final int columns;
    private final DisplayText spelling;

    LetterPrint(Letters letters, int columns) {
        this.letters = letters;
        this.columns = columns;
        spelling = new DisplayText(StandardCharsets.US_ASCII, columns);
    }

    /** Returns a text in letters that can be printed, broken where the paper ends. */
    List<String> lines(Text text, int characterWidth) {
        String printable = printable(text.text());
        int room = Math.max(1, columns / characterWidth);
        var lines = new ArrayList<String>();
        int at = 0;
        do {
            int end = Math.min(printable.length(), at + room);
            lines.add(printable.substring(at, end));
            at = end;
        } while (at < printable.length());
        return lines;
    }

    /** True if some letter of a text is in no set of the printer, and has no twin there. */
    boolean mustBeDrawn(String text) {
        return !letters.holds(text) && !letters.holds(twinned(text));
    }

    private String twinned(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(character -> plain.append(twin((char) character)));
        return plain.toString();
    }

    private String printable(String text) {
        if (letters.holds(text)) {
            return text;
        }
        String twinned = twinned(text);
        // Better in the Latin spelling than as a row of question marks.
        return letters.holds(twinned) ? twinned : spelling.written(twinned);
    }

    private char twin(char character) {
        return letters.holds(String.valueOf(character)) ? character : TWINS.getOrDefault(character, character);
    }

    boolean mustTurn(String line) {
        return letters.mustTurn(line);
    }

    void turnTo(String line) throws JposException {
        letters.turnTo(line);
    }
}
