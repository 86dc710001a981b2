package org.tillwright.simulator;

import java.util.Map;

/** How long each ESC/POS command is. What this table does not know is a command of two bytes that nobody understands. */
final class EscPosGrammar {

    static final int MORE = -1;
    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;

    /** Commands of a fixed length, by their letters. */
    private static final Map<Integer, String[]> LETTERS_BY_LENGTH = Map.of(
            2, new String[] {"@2imLSFf", ".&", ""},
            3, new String[] {"!aEG-tRM3dJ {VreUT=%?", "!C-W", "!hwHfBrabI/T"},
            4, new String[] {"c$\\", "Sp", "LWP$\\"},
            5, new String[] {"p", "", ""});

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

    static boolean isKnown(int first, int letter) {
        if (first == DLE) {
            return letter == 0x04 || letter == 0x05 || letter == 0x14;
        }
        return fixed(first, letter) > 0 || isVariable(first, letter);
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
