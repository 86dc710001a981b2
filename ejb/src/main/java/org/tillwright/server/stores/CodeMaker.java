package org.tillwright.server.stores;

import java.security.SecureRandom;
import java.util.Locale;

/** Makes and reads one-time codes: ten characters that a person can read aloud, in two groups. */
final class CodeMaker {

    /** No I, L, O or U: they look like digits, or like a word. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 5;

    private CodeMaker() {}

    static String make(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 2 * GROUP; i++) {
            if (i == GROUP) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Returns what was meant: case, dashes and blanks do not count, and O is 0, I and L are 1. */
    static String normalized(String keyed) {
        return keyed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
