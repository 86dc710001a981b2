package org.tillwright.register.device.escpos;

import java.nio.charset.StandardCharsets;

/**
 * Text in the two CODE128 sets a printer is told of: set C for runs of digits, which halves their width, and set B for
 * the rest.
 */
final class Code128 {

    /** A change of set costs one symbol, so a shorter run of digits gains nothing. */
    private static final int WORTHWHILE_DIGITS = 4;

    private static final int MODULES_PER_SYMBOL = 11;
    /** Start, check and stop symbols, and the quiet zones on both sides. */
    private static final int FIXED_MODULES = 11 + 11 + 13 + 20;

    private final StringBuilder data = new StringBuilder();
    private int symbols;

    private Code128() {}

    static Code128 of(String content) {
        var code = new Code128();
        int at = 0;
        char set = ' ';
        while (at < content.length()) {
            int digits = digitsFrom(content, at);
            boolean pairs = digits >= WORTHWHILE_DIGITS || (digits == content.length() && digits % 2 == 0);
            if (pairs) {
                set = code.switchTo('C', set);
                for (int end = at + digits / 2 * 2; at < end; at += 2) {
                    code.data.append((char) Integer.parseInt(content.substring(at, at + 2)));
                    code.symbols++;
                }
            } else {
                set = code.switchTo('B', set);
                code.appendLetter(content.charAt(at++));
            }
        }
        return code;
    }

    private void appendLetter(char letter) {
        data.append(letter == '{' ? "{{" : letter);
        symbols++;
    }

    private char switchTo(char wanted, char set) {
        if (set != wanted) {
            data.append('{').append(wanted);
            symbols += set == ' ' ? 0 : 1;
        }
        return wanted;
    }

    private static int digitsFrom(String content, int at) {
        int end = at;
        while (end < content.length() && Character.isDigit(content.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /** The n bytes of {@code GS k 73 n}. */
    byte[] bytes() {
        return data.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many of its narrowest bars it is wide, quiet zones included. */
    int modules() {
        return FIXED_MODULES + symbols * MODULES_PER_SYMBOL;
    }
}
