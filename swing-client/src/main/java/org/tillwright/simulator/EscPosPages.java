package org.tillwright.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The code pages of {@code ESC t}, by Epson's numbers. Some have no table in Java: of those only the letters of ASCII can
 * be drawn, and every other one is shown as a box.
 */
final class EscPosPages {

    private static final int KATAKANA = 1;
    private static final int UPPER_HALF = 0x80;
    private static final int FIRST_KANA = 0xA1;
    private static final int LAST_KANA = 0xDF;
    /** What the page of Katakana has from 80h to 9Fh. */
    private static final String KATAKANA_LINES = "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯";

    private static final String NO_TABLE = "";
    private static final Map<Integer, String> NAMES = names();

    private EscPosPages() {}

    private static Map<Integer, String> names() {
        var names = new HashMap<Integer, String>();
        for (String entry : ("0 IBM437,2 IBM850,3 IBM860,4 IBM863,5 IBM865,13 IBM857,14 x-IBM737,15 ISO-8859-7,"
                        + "16 windows-1252,17 IBM866,18 IBM852,19 IBM00858,33 IBM775,34 IBM855,35 IBM861,36 IBM862,"
                        + "37 IBM864,38 IBM869,39 ISO-8859-2,40 ISO-8859-15,41 x-IBM1098,45 windows-1250,"
                        + "46 windows-1251,47 windows-1253,48 windows-1254,49 windows-1255,50 windows-1256,"
                        + "51 windows-1257,52 windows-1258")
                .split(",", -1)) {
            String[] parts = entry.split(" ", 2);
            names.put(Integer.valueOf(parts[0]), parts[1]);
        }
        for (int number : new int[] {KATAKANA, 11, 12, 20, 21, 26, 30, 31, 32, 42, 43, 44, 53}) {
            names.put(number, NO_TABLE);
        }
        return Map.copyOf(names);
    }

    /** True if a printer has a page of this number. */
    static boolean isKnown(int page) {
        return NAMES.containsKey(page);
    }

    /** The text that these bytes are on a page. */
    static String decode(int page, byte[] letters) {
        String name = NAMES.getOrDefault(page, NO_TABLE);
        if (page == KATAKANA) {
            return katakana(letters);
        }
        Charset charset =
                !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
        return new String(letters, charset);
    }

    private static String katakana(byte[] letters) {
        var text = new StringBuilder();
        for (byte letter : letters) {
            int code = letter & 0xFF;
            if (code < UPPER_HALF) {
                text.append((char) code);
            } else if (code < UPPER_HALF + KATAKANA_LINES.length()) {
                text.append(KATAKANA_LINES.charAt(code - UPPER_HALF));
            } else if (code >= FIRST_KANA && code <= LAST_KANA) {
                text.append((char) (0xFF61 + code - FIRST_KANA));
            } else {
                text.append('\uFFFD');
            }
        }
        return text.toString();
    }
}
