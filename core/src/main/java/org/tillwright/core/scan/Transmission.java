package org.tillwright.core.scan;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.SymbologyIdentifier;

/**
 * What a scanner sent, taken apart: which symbol it says it was, the data of that symbol, and that of the composite part
 * beside it.
 *
 * @param identifier what the scanner says of the symbol, or null if it says nothing that is known
 * @param data without the identifier
 * @param composite the element string of the composite part of an EAN symbol, or null if there is none
 */
public record Transmission(@Nullable SymbologyIdentifier identifier, String data, @Nullable String composite) {

    private static final String COMPOSITE = "|]e0";

    /** Takes a transmission apart. Line ends and blanks around it do not count; an FNC1 does. */
    public static Transmission of(String input) {
        String text = trimmed(input);
        SymbologyIdentifier identifier = SymbologyIdentifier.find(text);
        if (identifier == null) {
            return new Transmission(null, text, null);
        }
        String data = text.substring(SymbologyIdentifier.LENGTH);
        boolean mayBeComposite =
                switch (identifier.content()) {
                    case THIRTEEN_DIGITS, EIGHT_DIGITS -> true;
                    default -> false;
                };
        int split = mayBeComposite ? data.indexOf(COMPOSITE) : -1;
        return split < 0
                ? new Transmission(identifier, data, null)
                : new Transmission(identifier, data.substring(0, split), data.substring(split + COMPOSITE.length()));
    }

    /** {@code String.strip} would take ASCII 29 for a blank. */
    private static String trimmed(String input) {
        int from = 0;
        int to = input.length();
        while (from < to && isBlank(input.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(input.charAt(to - 1))) {
            to--;
        }
        return input.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r') || character == '\u00a0';
    }
}
