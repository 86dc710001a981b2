package org.tillwright.simulator;

import java.util.Map;
import java.util.Set;

/**
 * How long each ESC/POS command is, and which of them this printer knows. What this table does not know is a command of
 * two bytes that nobody understands; so is one with a value that no printer takes. Page mode, letters of one's own and
 * stored macros are not known: they would print something else than what is drawn.
 */
final class EscPosGrammar {

    static final int MORE = -1;
    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;

    /** Commands of a fixed length, by their letters after ESC, FS and GS. */
    private static final Map<Integer, String[]> LETTERS_BY_LENGTH = Map.of(
            2, new String[] {"@2im<", ".&", ""},
            3, new String[] {"!aEG-tRM3dJ {VrUT=?", "!C-W", "!hwHfBrabT"},
            4, new String[] {"c$\\", "S", "LWP$\\"},
            5, new String[] {"p", "", ""});

    private static final Set<Integer> CUTS = Set.of(0, 1, 48, 49, 65, 66, 97, 98);
    private static final Set<Integer> DENSITIES = Set.of(0, 1, 32, 33);
    private static final Set<Integer> QR_FUNCTIONS = Set.of(65, 67, 69, 80, 81, 82);
    private static final Set<Integer> PDF417_FUNCTIONS = Set.of(65, 66, 67, 68, 69, 70, 80, 81, 82);
    private static final Set<Integer> GRAPHICS_FUNCTIONS = Set.of(1, 2, 49, 50, 112);

    private EscPosGrammar() {}

    /** Returns the length of the command at the beginning of these bytes, or {@link #MORE} when it is not all there. */
    static int length(byte[] bytes) {
        int first = at(bytes, 0);
        if (first >= ' ' || (first != DLE && first != ESC && first != FS && first != GS)) {
            return 1;
        }
        if (bytes.length < 2) {
            return MORE;
        }
        int length = first == DLE ? realTime(bytes) : variable(bytes, first, at(bytes, 1));
        return length > bytes.length ? MORE : length;
    }

    /** True for a whole command that a printer understands. */
    static boolean isKnown(byte[] command) {
        int first = at(command, 0);
        int letter = at(command, 1);
        int n = command.length > 2 ? at(command, 2) : 0;
        return switch (first) {
            case DLE -> letter == 0x04 ? n >= 1 && n <= 8 : letter == 0x05 || letter == 0x14;
            case ESC -> (fixed(first, letter) > 0 || isVariable(first, letter)) && isEscTaken(letter, n);
            case FS -> fixed(first, letter) > 0 || (letter == '(' && n == 'A');
            default -> (fixed(first, letter) > 0 || isVariable(first, letter)) && isGsTaken(command, letter, n);
        };
    }

    private static boolean isEscTaken(int letter, int n) {
        return switch (letter) {
            case 'a', '-' -> n % 48 <= 2 && n <= 50;
            case 't' -> EscPosPages.isKnown(n);
            case 'p' -> n % 48 <= 1 && n <= 49;
            case '*' -> DENSITIES.contains(n);
            default -> true;
        };
    }

    private static boolean isGsTaken(byte[] command, int letter, int n) {
        return switch (letter) {
            case '!' -> (n & 0x88) == 0;
            case 'H' -> n % 48 <= 3 && n <= 51;
            case 'w' -> (n >= 1 && n <= 6) || (n >= 68 && n <= 76);
            case 'h' -> n > 0;
            case 'V' -> CUTS.contains(n);
            case 'v' -> n == '0' && command.length >= 8;
            case '8' -> n == 'L' && command.length > 8 && GRAPHICS_FUNCTIONS.contains(at(command, 8));
            case '(' -> isFunctionTaken(command, n);
            default -> true; // of barcodes the decoder itself knows which there are
        };
    }

    /** {@code GS ( k} is QR codes and PDF417, {@code GS ( L} pictures; {@code E}, {@code H} and {@code K} set up a printer. */
    private static boolean isFunctionTaken(byte[] command, int letter) {
        if (letter == 'k') {
            int kind = command.length > 6 ? at(command, 5) : 0;
            int function = command.length > 6 ? at(command, 6) : 0;
            return (kind == 49 && QR_FUNCTIONS.contains(function))
                    || (kind == 48 && PDF417_FUNCTIONS.contains(function));
        }
        if (letter == 'L') {
            return command.length > 6 && GRAPHICS_FUNCTIONS.contains(at(command, 6));
        }
        return letter == 'E' || letter == 'H' || letter == 'K';
    }

    private static int realTime(byte[] bytes) {
        return switch (at(bytes, 1)) {
            case 0x04 -> bytes.length > 2 && (at(bytes, 2) == 7 || at(bytes, 2) == 8) ? 4 : 3;
            case 0x05 -> 3;
            case 0x14 -> 5;
            default -> 2;
        };
    }

    private static int fixed(int first, int letter) {
        int column = first == ESC ? 0 : first == FS ? 1 : 2;
        for (Map.Entry<Integer, String[]> entry : LETTERS_BY_LENGTH.entrySet()) {
            if (entry.getValue()[column].indexOf(letter) >= 0) {
                return entry.getKey();
            }
        }
        return 0;
    }

    private static boolean isVariable(int first, int letter) {
        String letters = first == ESC ? "*D" : first == FS ? "(" : "Vkv(8";
        return letters.indexOf(letter) >= 0;
    }

    private static int variable(byte[] bytes, int first, int letter) {
        if (!isVariable(first, letter)) {
            return Math.max(2, fixed(first, letter));
        }
        return switch (letter) {
            case '*' -> need(bytes, 5) ? 5 + two(bytes, 3) * (at(bytes, 2) >= 32 ? 3 : 1) : Integer.MAX_VALUE;
            case 'D' -> untilZero(bytes, 2);
            case '(' -> need(bytes, 5) ? 5 + two(bytes, 3) : Integer.MAX_VALUE;
            case 'V' -> need(bytes, 3) && at(bytes, 2) < 65 ? 3 : 4;
            case 'v' -> need(bytes, 8) ? 8 + two(bytes, 4) * two(bytes, 6) : Integer.MAX_VALUE;
            case '8' -> need(bytes, 7) ? 7 + two(bytes, 3) + (two(bytes, 5) << 16) : Integer.MAX_VALUE;
            default -> barcode(bytes);
        };
    }

    private static int barcode(byte[] bytes) {
        if (need(bytes, 3) && at(bytes, 2) <= 6) {
            return untilZero(bytes, 3);
        }
        return need(bytes, 4) ? 4 + at(bytes, 3) : Integer.MAX_VALUE;
    }

    private static int untilZero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean need(byte[] bytes, int count) {
        return bytes.length >= count;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private static int two(byte[] bytes, int index) {
        return at(bytes, index) | at(bytes, index + 1) << 8;
    }
}
