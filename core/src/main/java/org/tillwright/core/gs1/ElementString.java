package org.tillwright.core.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a label says, element by element, in the label's order.
 *
 * @param elements each of them known to the dictionary and right by it
 */
public record ElementString(List<Element> elements) implements Gs1Result {

    /** Stands for FNC1 in texts for people. */
    public static final char FNC1_TEXT = '^';

    /** What a scanner sends where a symbol has FNC1 as a separator: ASCII 29. */
    public static final char FNC1_SCANNED = '\u001d';

    public ElementString {
        elements = List.copyOf(elements);
    }

    /** The value of an identifier, or null if the label does not have it. */
    public @Nullable String value(String ai) {
        for (Element element : elements) {
            if (element.ai().equals(ai)) {
                return element.value();
            }
        }
        return null;
    }

    /** The first element whose identifier begins so, such as 310 for a weight of any precision, or null. */
    public @Nullable Element startingWith(String aiPrefix) {
        for (Element element : elements) {
            if (element.ai().startsWith(aiPrefix)) {
                return element;
            }
        }
        return null;
    }

    /** The whole as text with ^ for FNC1: one at the beginning, and one after each value of variable length but the last. */
    public String toText() {
        return FNC1_TEXT + joined(FNC1_TEXT);
    }

    /**
     * The whole as the data of a GS1 DataMatrix, GS1 QR or GS1-128 symbol, with ASCII 29 as separator. The leading FNC1 is
     * not in it: it is for the printer to put there as a function character.
     */
    public String toSymbolData() {
        return joined(FNC1_SCANNED);
    }

    /** The whole as people read it, identifiers in brackets. */
    public String toBracketed() {
        StringBuilder text = new StringBuilder();
        for (Element element : elements) {
            text.append('(').append(element.ai()).append(')');
            text.append(element.value().replace("(", "\\("));
        }
        return text.toString();
    }

    private String joined(char separator) {
        StringBuilder text = new StringBuilder();
        boolean needsSeparator = false;
        for (Element element : elements) {
            if (needsSeparator) {
                text.append(separator);
            }
            text.append(element.ai()).append(element.value());
            AiEntry entry = AiTable.find(element.ai());
            needsSeparator = entry == null || !entry.isPredefined();
        }
        return text.toString();
    }
}
