package org.tillwright.core.barcode;

/**
 * Blanks and capitals as all machines have them. Java and browsers know different editions of Unicode, and newer ones give
 * capitals to letters that had none; a code must not get another key by that. So both are spelled out here.
 */
final class CodeText {

    private static final String OTHER_BLANKS =
            "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000";

    /** Small letters whose capitals are younger than Unicode 13, among older ones. */
    private static final String WITHOUT_CAPITAL = "\u019b\u0264\u1c8a\u2c5f";

    /** Beyond, letters are of scripts and editions that machines do not agree on; case matters in them. */
    private static final char FIRST_UNCERTAIN = '\ua7c0';

    private CodeText() {}

    /** Returns a text without the blanks around it. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Returns a text in capitals, so that case does not matter; full-width letters, the last that people key, too. */
    static String capitals(String text) {
        StringBuilder capitals = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isFullWidth = letter >= '\uff41' && letter <= '\uff5a';
            if (isFullWidth || (letter < FIRST_UNCERTAIN && WITHOUT_CAPITAL.indexOf(letter) < 0)) {
                capitals.append(String.valueOf(letter).toUpperCase(java.util.Locale.ROOT));
            } else {
                capitals.append(letter);
            }
        }
        return capitals.toString();
    }

    private static boolean isBlank(char letter) {
        return letter == ' '
                || (letter >= '\t' && letter <= '\r')
                || (letter >= '\u001c' && letter <= '\u001f')
                || OTHER_BLANKS.indexOf(letter) >= 0;
    }
}
