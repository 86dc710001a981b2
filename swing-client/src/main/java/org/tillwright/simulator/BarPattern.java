package org.tillwright.simulator;

import java.util.Optional;
import org.tillwright.simulator.PaperItem.Bars;

/** The black and white modules of a barcode, as a text of 1 and 0. */
final class BarPattern {

    /** Widths of the six stripes of each CODE128 symbol, black first; the last one is the stop symbol with seven. */
    private static final String[] CODE128 = ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 "
                    + "221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 "
                    + "311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 "
                    + "132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
                    + "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 "
                    + "121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
                    + "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 "
                    + "131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112")
            .split(" ");

    private static final String[] EAN_LEFT =
            "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split(" ");
    /** Which of the six left digits are drawn the other way, by the first digit. */
    private static final String[] EAN_PARITY =
            "LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL".split(" ");

    private static final int START_B = 104;
    private static final int START_C = 105;
    private static final int TO_C = 99;
    private static final int TO_B = 100;
    private static final int FNC1_SYMBOL = 102;
    private static final int STOP = 106;

    private BarPattern() {}

    /** Returns the modules, or nothing for a symbology this simulator cannot draw. */
    static Optional<String> of(Bars bars) {
        return switch (bars.symbology()) {
            case "EAN13" -> Optional.of(ean13(bars.content()));
            case "UPC-A" -> Optional.of(ean13("0" + bars.content()));
            case "EAN8" -> Optional.of(ean8(bars.content()));
            case "CODE128" -> isDrawable(bars.content()) ? Optional.of(code128(bars.content())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String ean13(String digits) {
        if (!digits.matches("[0-9]{13}")) {
            return "";
        }
        var modules = new StringBuilder("101");
        String parity = EAN_PARITY[digits.charAt(0) - '0'];
        for (int i = 1; i <= 6; i++) {
            String left = EAN_LEFT[digits.charAt(i) - '0'];
            modules.append(
                    parity.charAt(i - 1) == 'L'
                            ? left
                            : new StringBuilder(inverted(left)).reverse().toString());
        }
        modules.append("01010");
        for (int i = 7; i <= 12; i++) {
            modules.append(inverted(EAN_LEFT[digits.charAt(i) - '0']));
        }
        return modules.append("101").toString();
    }

    private static String ean8(String digits) {
        if (!digits.matches("[0-9]{8}")) {
            return "";
        }
        var modules = new StringBuilder("101");
        for (int i = 0; i < 4; i++) {
            modules.append(EAN_LEFT[digits.charAt(i) - '0']);
        }
        modules.append("01010");
        for (int i = 4; i < 8; i++) {
            modules.append(inverted(EAN_LEFT[digits.charAt(i) - '0']));
        }
        return modules.append("101").toString();
    }

    /** Control characters need a third set of symbols, which nothing here is printed in. */
    private static boolean isDrawable(String text) {
        return text.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == EscPosDecoder.FNC1);
    }

    private static String inverted(String modules) {
        return modules.replace('0', '#').replace('1', '0').replace('#', '1');
    }

    /** The set is chosen anew here, as the printer is told letters and may choose too: pairs of digits where four follow. */
    private static String code128(String text) {
        var modules = new StringBuilder();
        int sum = 0;
        int position = 0;
        int at = 0;
        boolean pairs = false;
        while (at < text.length()) {
            boolean wantsPairs = text.substring(at).matches(pairs ? "[0-9]{2}.*" : "[0-9]{4}.*");
            if (position == 0 || wantsPairs != pairs) {
                int change = position == 0 ? (wantsPairs ? START_C : START_B) : (wantsPairs ? TO_C : TO_B);
                sum += change * Math.max(1, position);
                position++;
                append(modules, change);
                pairs = wantsPairs;
            }
            int symbol = pairs ? Integer.parseInt(text.substring(at, at + 2)) : symbol(text.charAt(at));
            at += pairs ? 2 : 1;
            sum += symbol * position++;
            append(modules, symbol);
        }
        append(modules, sum % 103);
        append(modules, STOP);
        return modules.toString();
    }

    private static int symbol(char letter) {
        return letter == EscPosDecoder.FNC1 ? FNC1_SYMBOL : letter - ' ';
    }

    private static void append(StringBuilder modules, int symbol) {
        char stripe = '1';
        for (char wide : CODE128[symbol].toCharArray()) {
            modules.append(String.valueOf(stripe).repeat(wide - '0'));
            stripe = stripe == '1' ? '0' : '1';
        }
    }
}
