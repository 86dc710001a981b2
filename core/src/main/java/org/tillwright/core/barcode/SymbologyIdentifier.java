package org.tillwright.core.barcode;

import org.jspecify.annotations.Nullable;

/**
 * The three characters that a scanner may send before the data, by ISO/IEC 15424: ], a letter for the symbology and a
 * modifier. They say what the data means: {@code ]C1} is an element string, {@code ]C0} is just text.
 *
 * @param symbology what was scanned
 * @param content how to read the data
 */
public record SymbologyIdentifier(Symbology symbology, Content content) {

    /** Characters that it has. */
    public static final int LENGTH = 3;

    /** How the data after an identifier is to be read. */
    public enum Content {
        /** Thirteen digits, a composite part perhaps after them. */
        THIRTEEN_DIGITS,
        /** Eight digits, a composite part perhaps after them. */
        EIGHT_DIGITS,
        /** Thirteen digits and two or five more. */
        THIRTEEN_DIGITS_AND_ADD_ON,
        /** A GS1 element string. */
        ELEMENT_STRING,
        /** Text of any kind. */
        PLAIN
    }

    /** The identifier that a transmission begins with, or null if it begins with none that is known. */
    public static @Nullable SymbologyIdentifier find(String transmission) {
        if (transmission.length() < LENGTH || transmission.charAt(0) != ']' || !isModifier(transmission.charAt(2))) {
            return null;
        }
        char modifier = transmission.charAt(2);
        return switch (transmission.charAt(1)) {
            case 'E' -> ean(modifier);
            case 'e' -> elements(Symbology.GS1_DATABAR);
            case 'C' -> modifier == '1' ? elements(Symbology.GS1_128) : plain(Symbology.CODE_128);
            case 'd' ->
                modifier == '2' || modifier == '5' ? elements(Symbology.GS1_DATA_MATRIX) : plain(Symbology.DATA_MATRIX);
            case 'Q' -> modifier == '3' || modifier == '4' ? elements(Symbology.GS1_QR) : plain(Symbology.QR);
            case 'J' ->
                modifier == '1' || modifier == '4' ? elements(Symbology.GS1_DOT_CODE) : plain(Symbology.DOT_CODE);
            case 'I' -> plain(Symbology.ITF);
            case 'A' -> plain(Symbology.CODE_39);
            case 'G' -> plain(Symbology.CODE_93);
            case 'F' -> plain(Symbology.CODABAR);
            case 'L' -> plain(Symbology.PDF_417);
            case 'z' -> plain(Symbology.AZTEC);
            case 'U' -> plain(Symbology.MAXICODE);
            case 'h' -> plain(Symbology.HAN_XIN);
            case 'X' -> plain(Symbology.OTHER);
            default -> null;
        };
    }

    private static @Nullable SymbologyIdentifier ean(char modifier) {
        return switch (modifier) {
            case '0' -> new SymbologyIdentifier(Symbology.EAN_13, Content.THIRTEEN_DIGITS);
            case '1', '2' -> plain(Symbology.EAN_ADD_ON);
            case '3' -> new SymbologyIdentifier(Symbology.EAN_13_WITH_ADD_ON, Content.THIRTEEN_DIGITS_AND_ADD_ON);
            case '4' -> new SymbologyIdentifier(Symbology.EAN_8, Content.EIGHT_DIGITS);
            default -> null;
        };
    }

    private static SymbologyIdentifier elements(Symbology symbology) {
        return new SymbologyIdentifier(symbology, Content.ELEMENT_STRING);
    }

    private static SymbologyIdentifier plain(Symbology symbology) {
        return new SymbologyIdentifier(symbology, Content.PLAIN);
    }

    private static boolean isModifier(char character) {
        return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'F');
    }
}
